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

  @Test func `the README lists exactly the commands of the line`() throws {
    let readme = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../README.md"), encoding: .utf8)
    let listed = readme.split(separator: "\n").filter { $0.hasPrefix("| `:") }.map(String.init)
      .filter { !$0.hasPrefix("| `:` ") }
    let table = LineCommand.allCases.map { command in
      let line = [command.rawValue, command.argument].filter { !$0.isEmpty }
        .joined(separator: " ").replacing("|", with: "\\|")
      return "| `:\(line)` | \(command.meaning) |"
    }
    #expect(listed == table)
  }
}
