import MigrationAnalysis
import MigrationModel
import Testing

@Suite struct StallTests {
  /// Moves every `step` seconds up to `end`.
  private func moving(_ phase: Phase = .full, every step: Double, through end: Double) -> Observer {
    var observer = Observer(phase)
    observer.read(from: 0, through: end, every: step) { job, time in
      job.progress.rows.done = Int64(time)
    }
    return observer
  }

  /// When a stall shows, in seconds after the last move; the job is read every second.
  private func patience(_ observer: Observer, after moved: Double) -> Double? {
    var observer = observer
    return stride(from: moved + 1, through: moved + 1000, by: 1).first { time in
      observer.read(at: time).stalledSince != nil
    }.map { $0 - moved }
  }

  @Test(
    arguments: [
      (5, 60, 60.0), (10, 60, 60), (20, 80, 120), (30, 120, 180), (30, 60, 180), (5, 10, 180),
    ])
  func `a stall is six usual intervals, at least the floor, three minutes before three moves`(
    step: Double, end: Double, limit: Double
  ) {
    #expect(patience(moving(every: step, through: end), after: end) == limit)
  }

  @Test func `a copy is quiet when it is still for longer than usual, before it is stalled`() {
    var observer = moving(every: 5, through: 60)
    #expect(observer.read(from: 65, through: 75).quietSince == nil)
    #expect(observer.read(at: 80).quietSince == .at(60))
    #expect(observer.read(from: 85, through: 120).quietSince == nil)
    #expect(observer.judged(at: 120).stalledSince == .at(60))
  }

  @Test func `a stall begins with the last move and ends with the next`() {
    var observer = moving(every: 5, through: 60)
    observer.read(from: 65, through: 200)
    #expect(observer.look(at: 200).stalledSince == .at(60))
    #expect(observer.read(at: 205) { $0.progress.rows.done = 61 }.stalledSince == nil)
  }

  @Test(
    arguments: [
      { $0.progress.fraction = 0.5 }, { $0.progress.tables.done = 3 },
      { $0.progress.bytes.done = 3 },
      { $0.verification = Verification(state: .verifying, fraction: 0.1) },
      {
        $0.steps = [
          Step(id: "1", name: "s", label: "S", state: .running, phase: .full, fraction: 0.2)
        ]
      },
      { $0.phase = .verifying },
    ] as [@Sendable (inout Job) -> Void])
  func `anything that moves is a move`(change: @Sendable (inout Job) -> Void) {
    var observer = moving(every: 5, through: 60)
    observer.read(from: 65, through: 115)
    observer.read(at: 119, change)
    #expect(observer.read(at: 121).stalledSince == nil)
  }

  @Test func `a failing poll is not a stall`() {
    var observer = moving(every: 5, through: 60)
    observer.oldestFresh = .seconds(3600)
    observer.read(from: 65, through: 115)
    #expect(observer.look(at: 1000).stalledSince == nil)
    observer.oldestFresh = .seconds(60)
    observer.read(at: 120)
    #expect(observer.look(at: 180).stalledSince == .at(60))
    #expect(observer.look(at: 181).stalledSince == nil)
  }

  @Test(arguments: [Phase.pending, .incremental, .stopping, .unknown])
  func `where nothing needs to move nothing stalls`(phase: Phase) {
    #expect(patience(moving(phase, every: 5, through: 60), after: 60) == nil)
  }

  @Test(arguments: [State.pending, .warning, .failed, .paused, .stopped, .done, .unknown])
  func `only a running job stalls`(state: State) {
    var observer = moving(every: 5, through: 60)
    observer.job.state = state
    #expect(patience(observer, after: 60) == nil)
  }

  @Test func `a new phase has to show its own rhythm first`() {
    var observer = moving(every: 5, through: 60)
    observer.read(at: 65) {
      $0.phase = .verifying
      $0.verification = Verification(state: .verifying, fraction: 0.1)
    }
    #expect(patience(observer, after: 65) == 900)
  }

  @Test func `a comparison that tells no figure does not stand still`() {
    var observer = moving(every: 5, through: 60)
    observer.read(at: 65) { $0.phase = .verifying }
    #expect(patience(observer, after: 65) == nil)
  }

  @Test func `what stood while the job was paused did not stall`() {
    var copy = moving(every: 5, through: 60)
    copy.read(from: 65, through: 3_600, every: 30) { job, _ in job.state = .paused }
    #expect(copy.read(at: 3_605) { $0.state = .running }.stalledSince == nil)

    var replication = Observer(.incremental)
    replication.read(from: 0, through: 3_600, every: 30) { job, time in
      (job.state, job.lag) = (.paused, .seconds(10 + time))
    }
    let caughtUp = replication.read(from: 3_605, through: 3_900) { job, time in
      (job.state, job.lag) = (.running, .seconds(3_610 - (time - 3_600)))
    }
    #expect(caughtUp.stalledSince == nil)
    #expect(caughtUp.verdict.word == .catchingUp)
  }

  @Test func `a blocked replication that drains again is no longer stalled`() {
    var observer = Observer(.incremental)
    observer.read(from: 0, through: 3_600) { job, time in job.lag = .seconds(10 + time) }
    #expect(observer.judged(at: 3_600).stalledSince != nil)
    let first = stride(from: 3_605.0, through: 3_900, by: 5).first { time in
      observer.read(at: time) { $0.lag = .seconds(3_610 - (time - 3_600)) }.stalledSince == nil
    }
    #expect(first.map { $0 <= 3_620 } == true)
  }

  @Test func `readings of the status alone are no standstill`() {
    var observer = moving(every: 5, through: 60)
    observer.oldestFresh = .seconds(3600)
    for time in stride(from: 65.0, through: 300, by: 5) { observer.readStatus(at: time) }
    #expect(observer.look(at: 300).stalledSince == nil)
    #expect(observer.read(at: 301).stalledSince == .at(60))
  }

  @Test(
    arguments: [
      (1, .eventAge, 60), (0.97, .eventAge, 60), (0.5, .eventAge, nil), (0, .eventAge, nil),
      (1, .pipeline, nil),
    ] as [(Double, Lag.Kind, Double?)])
  func `a replication stalls when its events only grow older`(
    pace: Double, kind: Lag.Kind, limit: Double?
  ) {
    var observer = Observer(.incremental)
    let first = stride(from: 0.0, through: 300, by: 5).first { time in
      observer.read(at: time) { $0.lag = .seconds(10 + time * pace, kind) }.stalledSince != nil
    }
    #expect(first == limit)
    guard limit != nil else { return }
    #expect(observer.look(at: 60).stalledSince == .at(0))
    #expect(observer.read(at: 65) { $0.lag = .seconds(3, kind) }.stalledSince == nil)
  }

  /// Nothing is applied. Read every `every` seconds, measured every `measured`, told in steps of `step`.
  @Test(
    arguments: [
      (5, 0, 1), (5.3, 0, 1), (5.3, 0, 5), (5, 10, 0.001), (5.3, 10, 1), (2, 15, 1), (10, 30, 1),
    ])
  func `a replication that applies nothing is found however it is measured`(
    every: Double, measured: Double, step: Double
  ) {
    var observer = Observer(.incremental)
    let first = stride(from: 0.0, through: 600, by: every).first { time in
      observer.read(at: time) { job in
        let at = measured == 0 ? time : (time / measured).rounded(.down) * measured
        let lag = ((100 + at) / step).rounded(.down) * step
        job.lag = .measured(
          .init(value: .seconds(lag), kind: .eventAge, resolution: .seconds(step)))
      }.stalledSince != nil
    }
    #expect(first.map { $0 <= 90 + measured * 2 } == true)
  }

  @Test func `percents alone may take a quarter of an hour each`() {
    var observer = Observer(.full)
    observer.job.progress.fraction = 0.01
    #expect(observer.read(from: 0, through: 895).stalledSince == nil)
    #expect(observer.read(at: 900).stalledSince == .at(0))
  }
}
