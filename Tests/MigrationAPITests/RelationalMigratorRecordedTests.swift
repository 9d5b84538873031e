import Foundation
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `Recorded Relational Migrator jobs` {
  static let service = "relational-migrator"
  static let files = Recorded.names(service, "jobs")

  /// The name of a file begins with the version that wrote it.
  static func job(_ file: String) throws -> Job {
    let text = try Recorded.text(service, "jobs/\(file)")
    let answer = try JSONDecoder().decode(
      Told<RelationalMigrator.JobDocument>.self, from: Data(text.utf8))
    let document = try #require(answer.wrappedValue)
    let job = Job(
      document, source: "rm", version: RelationalMigrator.Version(file),
      observedAt: Date(timeIntervalSince1970: 1_800_000_000))
    return try #require(job)
  }

  @Test func `a folder that is gone makes a test fail`() {
    let files = Recorded.names(Self.service, "no-such-folder")
    #expect(files.count == 1)
    #expect(throws: (any Error).self) { try Self.job(files.first ?? "") }
  }

  @Test func `explicit nulls mean what missing keys mean`() throws {
    let dump = try Self.job("1.17.2-explicit-nulls.json").dump
    #expect(try Self.job("1.17.2-missing-keys.json").dump == dump)
  }

  @Test(arguments: files) func `a recorded job means what stands beside it`(file: String) throws {
    try expectRecorded(try Self.job(file).dump, Self.service, "jobs/\(file)")
  }
}
