import MigrationAnalysis
import MigrationModel
import MigrationWatch
import Testing

/// What one call that fails says about its source, and for how long.
@Suite struct SourceHealthTests {
  private static let broken = ProviderError(.unavailable, message: "HTTP 500", status: 500)

  @Test func `a reading that breaks degrades the source until that reading succeeds`() {
    var board = Board([.sample("a")])
    board.fail(.unavailable, reading: .statistics)
    #expect(board.source()?.health == .degraded)
    board.read(.sample("a"), .steps)
    #expect(board.source()?.health == .degraded)
    board.read(.sample("a"), .statistics)
    #expect(board.source()?.health == .ok)
  }

  @Test func `a reading that the list replaces is not waited for when the trouble is over`() {
    var board = Board([.sample("a")], listingTells: [.status, .statistics])
    board.fail(.unavailable, reading: .statistics)
    board.poll(.read([.failed(.lab("a"), Self.broken)], .statistics))
    board.list([.sample("a")])
    #expect(board.source()?.health == .degraded)
    board.list([.sample("a")])
    #expect(board.source()?.health == .ok)
    board.fail(.unavailable, reading: .steps)
    board.list([.sample("a")])
    board.list([.sample("a")])
    #expect(board.source()?.health == .degraded)
  }

  @Test(arguments: [ProviderError.Kind.unavailable, .malformed, .timedOut])
  func `a list that breaks is the source's end`(kind: ProviderError.Kind) {
    var board = Board([.sample("a")])
    board.fail(kind)
    #expect(board.source()?.health == .failing)
  }

  @Test func `a page that was passed over is no success`() {
    var board = Board()
    let skipped = Listing(
      jobs: [], next: ListingCursor(part: 1, page: 1), problems: [Self.broken], isAnswered: false)
    board.poll(.listed(skipped, isFirst: true))
    #expect(board.source()?.lastSuccess == nil)
    board.poll(.failed(Self.broken))
    #expect(board.source()?.health == .failing)
  }

  @Test func `one job's error goes when that reading of it succeeds, and not before`() {
    var board = Board([.sample("a")])
    board.poll(.read([.failed(.lab("a"), Self.broken)], .details))
    #expect(board.source()?.health == .degraded)
    board.read(.sample("a"), .statistics)
    #expect(board.source()?.health == .degraded)
    board.read(.sample("a"), .details)
    #expect(board.source()?.health == .ok)
  }

  @Test func `an error that nobody asks about any more is forgotten`() {
    var board = Board([.sample("a")])
    board.poll(.read([.failed(.lab("a"), Self.broken)], .details))
    for _ in 1...20 {
      board.wait(60)
      board.list([.sample("a")])
    }
    #expect(board.source()?.health == .ok)
  }

  @Test func `a job that is denied and not listed is gone, though a part of the list is forbidden`()
  {
    let forbidden = ProviderError(.rejected, message: "no permission", status: 403)
    var board = Board([.sample("a"), .sample("b")])
    for depth in [ReadingDepth.statistics, .steps] {
      board.poll(.read([.missing(.lab("b"), Self.broken)], depth))
    }
    board.list([.sample("a"), .sample("b")], problems: [forbidden])
    #expect(board.rows == ["a", "b"])
    board.poll(.read([.missing(.lab("b"), Self.broken)], .statistics))
    board.list([.sample("a")], problems: [forbidden])
    #expect(board.rows == ["a"])
    #expect(board.effects.contains(.forget([.lab("b")])))
  }

  @Test func `a log that cannot be read does not keep a job from its cut-over`() throws {
    var job = Job.sample("a", .running, .incremental) {
      $0.replicates = true
      $0.lag = .seconds(1)
    }
    job.stepsObservedAt = job.observedAt
    var board = Board([job])
    board.poll(.read([.failed(.lab("a"), Self.broken)], .details))
    board.list([job])
    let checks = try #require(board.job("a")).judgement.cutover.checks
    #expect(checks.first { $0.id == .source }?.result == .pass)
  }
}
