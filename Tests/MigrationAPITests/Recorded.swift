import CustomDump
import Foundation
import Testing

/// Answers of the services, kept as files in `Recorded/<service>/`.
enum Recorded {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Recorded")

  static func text(_ service: String, _ file: String) throws -> String {
    try String(contentsOf: folder.appending(path: "\(service)/\(file)"), encoding: .utf8)
  }

  /// The answers of one folder, by name, that a test reads one by one: a file more is a test more.
  ///
  /// What is expected of `NAME.json` stands beside it in `NAME.expected.txt`. A folder without answers
  /// has one that nobody can read: a test without arguments would pass.
  static func names(_ service: String, _ subfolder: String) -> [String] {
    let path = folder.appending(path: "\(service)/\(subfolder)").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let names = files.filter { !$0.hasSuffix(".expected.txt") }.sorted()
    return names.isEmpty ? ["(no answer in \(subfolder))"] : names
  }
}

/// Compares what was made of a recorded answer with the text beside it; `UPDATE_RECORDED=1 swift
/// test` writes that text anew, for a person to read.
///
/// - Parameter file: The answer's name with its extension, below the service's folder.
func expectRecorded(
  _ text: String, _ service: String, _ file: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let name = (file as NSString).deletingPathExtension + ".expected.txt"
  if ProcessInfo.processInfo.environment["UPDATE_RECORDED"] == "1" {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    try text.write(
      to: folder.appending(path: "Recorded/\(service)/\(name)"), atomically: true, encoding: .utf8)
  }
  let expected = try Recorded.text(service, name)
  if let difference = diff(expected.lines, text.lines) {
    Issue.record("\(file): -expected +made\n\(difference)", sourceLocation: sourceLocation)
  }
}

extension String {
  fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }
}
