import Foundation
import MigrationAnalysis
import MigrationModel
import Testing

/// The judgements beside what is true, over recorded and constructed courses of migrations.
@Suite struct TraceTests {
  private static let recorded = ["pg_copy_indexed", "pg_copy_uuid", "pg_copy_stall"]
  private static let live = [
    "pg_overload", "pg_catch_up_under_load", "pg_big_transaction", "pg_steady_low_lag",
  ]

  private static func score(_ name: String, every: Int = 1) throws -> TraceScore {
    try TraceScore(
      TracePlayer.play(Trace(name), every: every), usualInterval: name == "bursty" ? 10 : 1)
  }

  @Test(arguments: Trace.copies + recorded, [1, 5])
  func `an end is foreseen at least as well as other tools foresee it`(
    name: String, every: Int
  ) throws {
    let score = try Self.score(name, every: every)
    #expect(score.wrongAttempts == 0)
    guard score.etaSamples > 20 else { return }
    #expect(score.etaGiven >= score.etaSamples * 9 / 10)
    #expect(Double(score.etaHits) >= Double(score.etaSamples) * 0.78)
    #expect(score.widths.median <= 0.57)
    let best = CopyBaseline.allCases.compactMap { score.baselineErrors[$0]?.median }.min() ?? 1
    // Of one course alone the luckier method is not the better one.
    #expect(score.errors.median <= max(best * 1.5, best + 0.06))
  }

  @Test(arguments: ["constant_rate", "bursty", "estimate_high"])
  func `an end does not jump while a copy is even`(name: String) throws {
    let ends = try TracePlayer.play(Trace(name)).compactMap {
      played -> (at: Double, end: Double)? in
      guard case .between(let low, let high) = played.judgement.eta else { return nil }
      return (played.seconds, played.seconds + (low + high) / .seconds(2))
    }
    #expect(ends.count > 100)
    for (one, next) in zip(ends, ends.dropFirst()) {
      #expect(abs(next.end - one.end) < max(5, (one.end - one.at) * 0.25), "at \(next.at) s")
    }
  }

  @Test(arguments: [1, 2, 5])
  func `ranges hold the truth, and no range is given where there is no honest one`(
    every: Int
  ) throws {
    let scores = try (Trace.copies + Self.recorded).map { try Self.score($0, every: every) }
    let hits = scores.map(\.etaHits).reduce(0, +)
    let samples = scores.map(\.etaSamples).reduce(0, +)
    #expect(Double(hits) / Double(samples) >= 0.9)
    #expect(scores.flatMap(\.widths).median <= 0.5)
    #expect(scores.map(\.etaFaults).reduce(0, +) <= 2)
  }

  @Test(arguments: Trace.replications + live, [1, 3, 5])
  func `a verdict is what a person would conclude`(name: String, every: Int) throws {
    let score = try Self.score(name, every: every)
    #expect(Double(score.verdictHits) >= Double(score.verdicts) * 0.9, "\(score.confusions)")
    #expect(score.falseReady == 0)
  }

  @Test(arguments: [("growing_lag", 1.0), ("sawtooth_drain", 0.9), ("pg_overload", 0.9)], [1, 5])
  func `the end of a backlog is foreseen, or that there is none`(
    course: (name: String, right: Double), every: Int
  ) throws {
    let score = try Self.score(course.name, every: every)
    #expect(score.catchUps > 20)
    #expect(Double(score.catchUpHits) >= Double(score.catchUps) * course.right)
  }

  @Test(arguments: ["stall_middle", "pg_copy_stall", "bursty", "restart_from_zero"], [1, 5])
  func `a standstill is said in time, and nothing else is called one`(
    name: String, every: Int
  ) throws {
    let score = try Self.score(name, every: every)
    #expect(score.stallsRight == score.stallsSaid)
    #expect(score.stallsFound == score.stallsDue)
    #expect((score.stallsDue > 0) == name.contains("stall"))
  }

  @Test func `the README shows these figures`() throws {
    let readme = try String(contentsOf: Self.readme, encoding: .utf8)
    let lines =
      try (Trace.copies + Self.recorded).compactMap(Self.copyLine)
      + (Trace.replications + Self.live).map(Self.lagLine)
    for line in lines {
      let isShown = readme.contains(line)
      #expect(isShown, "\(line)")
    }
  }

  private static let readme = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "README.md")

  private static func copyLine(_ name: String) throws -> String? {
    let score = try score(name)
    guard score.etaSamples > 0 else { return nil }
    let figures =
      [percent(score.etaHits, score.etaSamples), percent(score.widths.median)]
      + [score.errors.median].map(percent)
      + CopyBaseline.allCases.map { percent(score.baselineErrors[$0]?.median ?? .nan) }
    return "| `\(name)` | \(figures.joined(separator: " | ")) |"
  }

  private static func lagLine(_ name: String) throws -> String {
    let score = try score(name)
    return "| `\(name)` | \(score.verdicts) | \(percent(score.verdictHits, score.verdicts)) |"
  }

  private static func percent(_ part: Int, _ whole: Int) -> String {
    percent(Double(part) / Double(max(1, whole)))
  }

  private static func percent(_ part: Double) -> String { "\(Int((part * 100).rounded())) %" }
}
