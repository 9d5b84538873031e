import MigrationAnalysis
import MigrationModel
import Testing

import struct Foundation.Date

/// What makes a job look as if it could be cut over, and is not so.
@Suite struct CutoverDeceptionTests {
  struct Deception: Sendable, CustomTestStringConvertible {
    let name: String
    let check: Cutover.Check.ID
    var every = 5.0
    let apply: @Sendable (inout Job, Double) -> Void

    var testDescription: String { name }
  }

  private static let deceptions = [
    Deception(name: "readings too far apart for a trend", check: .lag, every: 100) { _, _ in },
    Deception(name: "a small lag that grows", check: .lag) { job, time in
      job.lag = .seconds(1 + max(0, time - 200) * 0.1)
    },
    Deception(name: "a measurement of an hour ago", check: .lag) { job, _ in
      job.lag = .measured(.init(value: .seconds(1), kind: .eventAge, measuredAt: before(3_600)))
    },
    Deception(name: "a measurement that stands for a while", check: .freshness) { job, time in
      job.lag = .measured(
        .init(
          value: .seconds(1), kind: .eventAge,
          measuredAt: Moment.at(time > 570 ? 570 : time).date))
    },
    Deception(name: "a measurement that stands, read seldom", check: .freshness, every: 20) {
      job, time in
      job.lag = .measured(
        .init(
          value: .seconds(1), kind: .eventAge,
          measuredAt: Moment.at(time > 580 ? 580 : time).date))
    },
    Deception(name: "a measurement of the clock's future", check: .freshness) { job, time in
      job.lag = .measured(
        .init(value: .seconds(1), kind: .eventAge, measuredAt: Moment.at(time + 600).date))
    },
    Deception(name: "a latency that stands while events go on", check: .lag) { job, _ in
      job.lag = .seconds(0.8, .pipeline)
      job.throughput.eventsLastMinute = 12
    },
    Deception(name: "events told, the last long ago", check: .lag) { job, time in
      job.lag = .seconds(0.8 + time / 1_000, .pipeline)
      job.throughput.eventsLastMinute = 12
      job.throughput.lastEventAt = before(3_600)
    },
    Deception(name: "no event for long, and no word whether one waits", check: .lag) { job, _ in
      job.lag = .seconds(0.8, .pipeline)
      job.throughput.lastEventAt = before(3_600)
    },
    Deception(name: "an idle source whose last event took long", check: .lag) { job, _ in
      job.lag = .seconds(1_200, .pipeline)
      job.throughput.eventsLastMinute = 0
    },
    Deception(name: "steps of yesterday", check: .steps) { job, _ in
      job.stepsObservedAt = before(86_400)
    },
    Deception(name: "a part that is paused", check: .steps) { job, _ in job.steps = [part(.paused)]
    },
    Deception(name: "a part that nobody knows", check: .steps) { job, _ in
      job.steps = [part(.unknown)]
    },
    Deception(name: "a part that waits", check: .steps) { job, _ in job.steps = [part(.pending)] },
    Deception(name: "a part that still copies", check: .steps) { job, _ in
      job.steps = [part(.running, .full)]
    },
    Deception(name: "another direction that is behind", check: .lag) { job, _ in
      job.steps = [part(.running)]
      job.steps[0].lag = .seconds(3_600)
    },
  ]

  private static func part(_ state: Step.State, _ phase: Phase = .incremental) -> Step {
    Step(
      id: "top", name: "top", label: "Top", state: .running, phase: .incremental,
      children: [Step(id: "1", name: "p", label: "Part", state: state, phase: phase)])
  }

  private static func before(_ seconds: Double) -> Date { Moment.at(-seconds).date }

  @Test(arguments: deceptions)
  func `what only looks ready is not called so`(deception: Deception) {
    var observer = Observer.almostReady
    observer.interval = .seconds(deception.every)
    observer.oldestFresh = max(.seconds(60), .seconds(deception.every * 3))
    let judgement = observer.read(from: 0, through: 600, every: deception.every, deception.apply)
    #expect(judgement.cutover.ready != true)
    #expect(judgement.check(deception.check).map { $0.result != .pass } == true)
    // Without it, it is.
    observer.job = Observer.almostReady.job
    observer.interval = .seconds(5)
    #expect(observer.read(from: 605, through: 1_300).cutover.ready == true)
  }

  @Test func `a lag that grows with the clock is not small, whatever the limit`() {
    var observer = Observer.almostReady
    observer.thresholds.cutoverLag = .seconds(600)
    let judgement = observer.read(from: 0, through: 400) { job, time in job.lag = .seconds(time) }
    #expect(judgement.cutover.ready == false)
    #expect(judgement.verdict.word == .fallingBehind)
  }

  @Test func `a source that failed in between breaks the hold`() {
    var observer = Observer.almostReady
    observer.read(from: 0, through: 300)
    observer.isSourceOK = false
    observer.look(at: 302)
    observer.isSourceOK = true
    #expect(observer.read(at: 305).cutover.ready == nil)
    #expect(observer.read(from: 310, through: 605).cutover.ready == true)
  }

  @Test func `a clock that is set back makes nothing fresh`() {
    var observer = Observer.almostReady
    observer.read(from: 0, through: 300)
    observer.clockJump = -600
    #expect(observer.look(at: 800).staleness == .poll)
    observer.clockJump = 3_600
    #expect(observer.read(at: 805).staleness == nil)
  }
}
