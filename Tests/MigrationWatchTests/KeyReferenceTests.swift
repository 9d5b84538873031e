import Foundation
import MigrationWatch
import Testing

@Suite struct KeyReferenceTests {
  @Test func `the README lists exactly the keys of the table`() throws {
    let readme = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../README.md"), encoding: .utf8)
    let listed = readme.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.contains("` | ") }
      .map(String.init)
    let table = KeyTable.standard.map { binding in
      "| \(binding.keys.map { $0.name == "`" ? "`` ` ``" : "`\($0.name)`" }.joined(separator: " ")) | \(binding.label) |"
    }
    #expect(listed.filter { table.contains($0) } == table)
  }
}
