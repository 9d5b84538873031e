/// In which form a view is written.
package enum ExportFormat: String, CaseIterable, Hashable, Sendable {
  case csv, json, markdown, text

  /// By the ending of a file's name, in either case; `nil` for one that says nothing.
  init?(path: some StringProtocol) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    let ending = path[path.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { [$0.ending, $0.rawValue].contains(ending) })
    else { return nil }
    self = format
  }

  /// The ending of a file's name.
  var ending: String {
    switch self {
    case .csv: "csv"
    case .json: "json"
    case .markdown: "md"
    case .text: "txt"
    }
  }
}

/// A file to be written. One that is there already is left alone.
package struct ExportedFile: Hashable, Sendable {
  /// As the user typed it, or a name of its own in the current folder.
  package let path: String
  package let format: ExportFormat
  package let text: String
  /// What is in it, for the message: `23 jobs`.
  package let content: String
}
