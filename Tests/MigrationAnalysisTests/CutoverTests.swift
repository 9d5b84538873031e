import MigrationAnalysis
import MigrationModel
import Testing

@Suite struct CutoverTests {
  @Test func `one reading never makes a job ready, however long it is looked at`() {
    var observer = Observer.almostReady
    observer.oldestFresh = .seconds(3600)
    #expect(observer.read(at: 0).cutover.ready == nil)
    #expect(observer.look(at: 30).cutover.ready == nil)
    #expect(observer.look(at: 301).cutover.ready == nil)
  }

  @Test func `a job is ready when everything has held for the hold`() {
    var observer = Observer.almostReady
    #expect(observer.read(from: 0, through: 295).cutover.ready == nil)
    let judgement = observer.read(at: 300)
    #expect(judgement.cutover.ready == true)
    #expect(judgement.cutover.since == .at(300))
    #expect(observer.read(from: 305, through: 600).cutover.since == .at(300))
    #expect(judgement.cutover.checks.allSatisfy { $0.result == .pass && !$0.evidence.isEmpty })
  }

  @Test func `the lag check counts the hold`() {
    var observer = Observer.almostReady
    observer.read(from: 0, through: 60)
    #expect(observer.look(at: 60).check(.lag)?.result == .unknown)
    #expect(observer.look(at: 60).check(.lag)?.evidence == "1m of 5m")
    #expect(observer.look(at: 64.9).check(.lag)?.evidence == "1m4s of 5m")
  }

  @Test func `a gap in the readings breaks the hold`() {
    var observer = Observer.almostReady
    observer.read(from: 0, through: 200)
    observer.read(from: 231, through: 526)
    #expect(observer.look(at: 526).cutover.ready == nil)
    #expect(observer.read(at: 531).cutover.ready == true)
  }

  @Test func `a status without a new lag does not carry the hold on`() {
    var observer = Observer.almostReady
    observer.oldestFresh = .seconds(3600)
    observer.read(from: 0, through: 260)
    for time in stride(from: 265.0, through: 400, by: 5) { observer.readStatus(at: time) }
    #expect(observer.look(at: 400).cutover.ready == nil)
    #expect(observer.read(at: 405).cutover.ready == nil)
  }

  @Test func `a slower rhythm is not a gap`() {
    var observer = Observer.almostReady
    observer.interval = .seconds(20)
    observer.oldestFresh = .seconds(180)
    #expect(observer.read(from: 0, through: 300, every: 60).cutover.ready == true)
  }

  @Test func `while no reading comes nothing becomes ready, nor stays it`() {
    var observer = Observer.almostReady
    observer.read(from: 0, through: 260)
    #expect(observer.look(at: 301).cutover.ready == nil)
    observer.read(from: 265, through: 300)
    #expect(observer.look(at: 325).cutover.ready == true)
    #expect(observer.look(at: 340).cutover.ready == nil)
  }

  @Test func `one bad reading in between starts the hold again`() {
    var observer = Observer.almostReady
    observer.read(from: 0, through: 295)
    #expect(observer.read(at: 300) { $0.lag = .seconds(6) }.cutover.ready == false)
    observer.read(from: 305, through: 600) { job, _ in job.lag = .seconds(1) }
    #expect(observer.look(at: 600).cutover.ready == nil)
    #expect(observer.read(at: 605).cutover.ready == true)
  }

  @Test(
    arguments: [
      Change(.phase, "full, running") { $0.phase = .full },
      Change(.phase, "incremental, paused") { $0.state = .paused },
      Change(.phase, "incremental, warning") { $0.state = .warning },
      Change(.steps, "Write: failed") { $0.steps = [step(.failed)] },
      Change(.steps, "Write: warning") { $0.steps = [step(.warning)] },
      Change(.steps, "Write: failed") { $0.steps = [step(.running, children: [step(.failed)])] },
      Change(.steps, "Write: running") {
        $0.steps = [step(.running, error: Step.Error(code: "x"))]
      },
      Change(.lag, "18m04s > 5s") { $0.lag = .seconds(1084) },
      Change(.verification, "different") { $0.verification = Verification(state: .different) },
      Change(.verification, "aborted") { $0.verification = Verification(state: .aborted) },
      Change(.verification, "cancelled") { $0.verification = Verification(state: .cancelled) },
      Change(.contradiction, "bars disagree") {
        $0.notes = ["a note", "contradiction: bars disagree"]
      },
    ] as [Change<Cutover.Check.ID>])
  func `a failing check makes it a no`(change: Change<Cutover.Check.ID>) {
    var observer = Observer.almostReady
    observer.read(from: 0, through: 300)
    let judgement = observer.read(at: 305, change.apply)
    #expect(judgement.cutover.ready == false)
    #expect(judgement.cutover.since == nil)
    #expect(judgement.check(change.expected)?.result == .fail)
    #expect(judgement.check(change.expected)?.evidence == change.evidence)
  }

  @Test(
    arguments: [
      Change(.phase) { $0.phase = .unknown }, Change(.phase) { $0.state = .unknown },
      Change(.steps) { $0.stepsObservedAt = nil }, Change(.lag) { $0.lag = .absent(.notReported) },
      Change(.verification) { $0.verification = Verification(state: .verifying) },
      Change(.verification) { $0.verification = Verification(state: .pending) },
      Change(.freshness) { $0.scrape = Scrape(isAvailable: false) },
      Change(.lag) { $0.scrape = Scrape(isAvailable: false) },
    ] as [Change<Cutover.Check.ID>])
  func `what is not known blocks without a no`(change: Change<Cutover.Check.ID>) {
    var observer = Observer.almostReady
    observer.read(from: 0, through: 300)
    let judgement = observer.read(at: 305, change.apply)
    #expect(judgement.cutover.ready == nil)
    #expect(judgement.check(change.expected)?.result == .unknown)
  }

  @Test func `a source in trouble and old data block`() {
    var observer = Observer.almostReady
    observer.read(from: 0, through: 300)
    observer.isSourceOK = false
    #expect(observer.look(at: 301).cutover.ready == nil)
    #expect(observer.look(at: 301).check(.source)?.result == .unknown)
    observer.isSourceOK = true
    #expect(observer.look(at: 361).check(.freshness)?.result == .unknown)
    #expect(observer.look(at: 361).cutover.ready == nil)
  }

  @Test func `a verification counts if it saw the last change`() {
    var observer = Observer.almostReady
    observer.job.verification = Verification(state: .verified, isContinuous: true)
    #expect(observer.read(from: 0, through: 300).cutover.ready == true)
    let after = observer.read(at: 305) {
      $0.verification = Verification(state: .verified, finishedAt: Moment.at(303).date)
      $0.throughput.lastEventAt = Moment.at(300).date
    }
    #expect(after.check(.verification)?.evidence == "verified after the last change")
    #expect(after.cutover.ready == true)
    let before = observer.read(at: 310) { $0.throughput.lastEventAt = Moment.at(308).date }
    #expect(before.cutover.ready == nil)
    #expect(before.check(.verification)?.evidence == "verified 5s before the last change")
    let untold = observer.read(at: 315) { $0.verification?.finishedAt = nil }
    #expect(untold.check(.verification)?.result == .unknown)
    let unasked = observer.read(at: 320) { $0.verification?.state = .notRequested }
    #expect(unasked.check(.verification) == nil)
  }

  @Test(
    arguments: [
      { $0.state = .done }, { $0.state = .stopped }, { $0.replicates = false },
      { $0.kind = .subscription },
      {
        $0.replicates = nil
        $0.phase = .full
      },
    ] as [@Sendable (inout Job) -> Void])
  func `some jobs have no cut-over`(change: @Sendable (inout Job) -> Void) {
    var observer = Observer.almostReady
    observer.read(from: 0, through: 300)
    #expect(observer.read(at: 305, change).cutover == .none)
  }

  private static func step(
    _ state: Step.State, error: Step.Error? = nil, children: [Step] = []
  ) -> Step {
    Step(id: "1", name: "w", label: "Write", state: state, error: error, children: children)
  }
}
