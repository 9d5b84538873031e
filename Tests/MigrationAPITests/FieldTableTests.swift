import Foundation
import Testing

/// The README says of every field what becomes of it.
@Suite struct `The table of fields` {
  /// The sample answers of the services' own documents.
  static let documents = [
    "relational-migrator/jobs/1.17.0-documented.json", "dts/ListJobStep.json",
    "drs/batch-detail.json", "drs/batch-status.json",
  ]

  /// Names that a user chose: schemas, tables, and the tags of an example.
  private static let chosen: Set = [
    "key1", "key2", "schema_1_name", "table_1_name", "table_2_name",
  ]

  @Test(arguments: documents) func `names every field of a document`(file: String) throws {
    let parts = file.split(separator: "/", maxSplits: 1).map(String.init)
    let document = try Tree(json: Recorded.text(parts[0], parts[1]))
    let readme = try String(
      contentsOf: URL(filePath: #filePath).appending(path: "../../../README.md").standardized,
      encoding: .utf8)
    let section = try #require(readme.range(of: "## What is read of each service"))
    let named = Set(
      readme[section.upperBound...].split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        .map(String.init))
    #expect(document.keys.subtracting(named).subtracting(Self.chosen) == [])
  }
}

extension Tree {
  /// The names of all members, however deep.
  fileprivate var keys: Set<String> {
    guard case .object(let members) = self else {
      return children.reduce(into: []) { $0.formUnion($1.keys) }
    }
    return members.reduce(into: []) {
      $0.formUnion([$1.key]); $0.formUnion($1.value.keys)
    }
  }
}
