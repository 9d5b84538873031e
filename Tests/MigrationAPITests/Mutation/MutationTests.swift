import Foundation
import MigrationAPI
import MigrationModel
import MigrationWatch
import Testing

/// Recorded answers with something wrong in them, over and over: nothing crashes, no value is
/// invented, and nothing else in the same answer is lost.
///
/// The environment's `MUTATIONS` sets how many over all answers. What is found is found again: the
/// numbers behind it are the same in every run.
@Suite struct `An answer with something wrong in it` {
  private static let mutations =
    ProcessInfo.processInfo.environment["MUTATIONS"].flatMap(Int.init) ?? 10_000

  @Test(arguments: try MutatedAnswer.all())
  func `costs what is wrong and nothing else`(_ answer: MutatedAnswer) async throws {
    var random = SeededGenerator(seed: UInt64(answer.name.utf8.count))
    let baseline = try await answer.read(answer.text(answer.tree))
    #expect(!baseline.complains && baseline.parts.count == answer.tree[answer.list].children.count)
    let paths = answer.tree.paths.filter { !$0.starts(with: answer.list + [1]) }
    // XML is read ten times more slowly, and mapped by the same code as JSON.
    let count = Self.mutations / (answer.isXML ? 180 : 18)
    for number in 0..<count {
      guard let path = paths.randomElement(using: &random),
        let kind = Mutation.Kind.allCases.randomElement(using: &random)
      else { return }
      let mutation = Mutation(kind, of: answer.tree, at: path, using: &random)
      let faults = await faults(of: mutation, in: answer, baseline)
      guard faults.isEmpty else {
        Issue.record(
          "mutation \(number), \(mutation.description): \(faults.joined(separator: "; "))")
        return
      }
    }
  }

  private func faults(
    of mutation: Mutation, in answer: MutatedAnswer, _ baseline: MutatedAnswer.Outcome
  ) async -> [String] {
    guard let outcome = try? await answer.read(answer.text(mutation.tree)) else {
      // The whole answer was refused: right only if what is wrong is around the parts.
      return mutation.path.count > answer.list.count && mutation.path.starts(with: answer.list)
        ? ["the answer was refused for one part of it"] : []
    }
    var faults: [String] = []
    let told = Set(mutation.tree.leaves)
    for (id, part) in baseline.parts where outcome.parts[id] != part {
      let isMutated = isInside(id, mutation.path, of: answer)
      if let other = outcome.parts[id] {
        if !isMutated { faults.append("\(id) is another one: \(other)") }
      } else if told.contains(id), !outcome.complains, !(isMutated && part.isInsideJob) {
        faults.append("\(id) is lost without a word")
      }
    }
    return faults + inventions(in: outcome, mutation, baseline)
  }

  /// Whether the path is of the part, or of something around all of them.
  private func isInside(_ id: String, _ path: [Int], of answer: MutatedAnswer) -> Bool {
    guard path.count > answer.list.count, path.starts(with: answer.list) else { return true }
    return answer.id(at: path[answer.list.count]) == id
  }

  private func inventions(
    in outcome: MutatedAnswer.Outcome, _ mutation: Mutation, _ baseline: MutatedAnswer.Outcome
  ) -> [String] {
    let derivation = Derivation(mutation.tree)
    return outcome.parts.flatMap { id, part -> [String] in
      guard baseline.parts[id] != part else { return [] }
      switch (part, baseline.parts[id]) {
      case (.job(let job), .job(let before)):
        let isDone = job.state == .done && before.state != .done
        Self.show(job)
        return derivation.inventions(in: job) + (isDone ? ["\(id) is done"] : [])
      case (.step(let step), _): return derivation.inventions(in: [step])
      case (.line, _): return []
      case (.job(let job), _): return derivation.inventions(in: job)
      }
    }
  }

  /// Judges and prints the job: no figure that a client lets through may be too much for what is behind it.
  private static func show(_ job: Job) {
    let now = Moment(date: job.observedAt, uptime: .seconds(1))
    let source = SourceState(
      source: Source(name: job.id.source, service: job.service, endpoint: "", authentication: ""),
      callsPerMinute: 60)
    var dashboard = Dashboard(settings: DashboardSettings(), sources: [source], now: now)
    for second in [1.0, 6.0] {
      var job = job
      job.figuresReadAt = job.observedAt
      let page = Listing(jobs: [job])
      _ = dashboard.apply(
        .polled(
          Poll(
            source: job.id.source, at: now.advanced(by: .seconds(second)),
            outcome: .listed(page, isFirst: true))))
    }
    dashboard.arrange()
    _ = StatusDocument(DashboardViewModel(dashboard))
  }
}

/// The same numbers every time.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
