import MigrationAnalysis
import MigrationModel
import Testing

@Suite struct ForesightTests {
  private func copying(_ pace: @escaping @Sendable (Double) -> Double, through end: Double)
    -> Observer
  {
    var observer = Observer(.full)
    observer.read(from: 0, through: end) { job, time in
      job.progress.rows = .init(done: Int64(pace(time)), total: 60_000)
    }
    return observer
  }

  @Test func `there is nothing to compare at the start`() {
    #expect(copying({ $0 * 100 }, through: 30).judged(at: 30).foresight == nil)
  }

  @Test func `an even copy was foreseen`() throws {
    var observer = copying({ $0 * 100 }, through: 500)
    let sofar = try #require(observer.judged(at: 500).foresight)
    #expect(sofar.held == sofar.count && !sofar.isFinal)
    #expect(abs(sofar.error) < 0.1)
    observer.read(from: 505, through: 600) { job, time in job.progress.rows.done = Int64(time * 100)
    }
    let final = try #require(observer.read(at: 605) { $0.phase = .incremental }.foresight)
    #expect(final.isFinal && final.held == final.count)
    #expect(observer.read(from: 610, through: 700).foresight == final)
  }

  @Test func `a copy that became slower was not`() throws {
    let observer = copying({ $0 < 200 ? $0 * 100 : 20_000 + ($0 - 200) * 20 }, through: 320)
    let foresight = try #require(observer.judged(at: 600).foresight)
    #expect(foresight.held < foresight.count)
    #expect(foresight.late == foresight.count - foresight.held)
    #expect(foresight.error > 0.5)
  }

  @Test func `a step that tells how far it is has an end of its own`() throws {
    var observer = Observer(.full)
    observer.job.stepsObservedAt = observer.job.observedAt
    observer.read(from: 0, through: 300) { job, time in
      job.steps = [
        Step(
          id: "03", name: "d", label: "Full data", state: .running, phase: .full,
          children: [
            Step(
              id: "a", name: "a", label: "A", state: .running, phase: .full, fraction: time / 600),
            Step(id: "b", name: "b", label: "B", state: .done, phase: .full, fraction: 1),
          ])
      ]
    }
    let ends = observer.judged(at: 300).stepEnds
    #expect(Array(ends.keys) == [StepPath(["03", "a"])])
    let range = try #require(ends[StepPath(["03", "a"])])
    #expect(range.contains(.seconds(300)))
    #expect(observer.judged(at: 400).stepEnds.isEmpty, "an old reading foresees nothing")
  }
}
