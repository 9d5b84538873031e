/// In which form a view is written.
package enum ExportFormat: String, CaseIterable, Hashable, Sendable {
  case csv, json, markdown, text

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
  package let text: String
  /// What is in it, for the message: `23 jobs`.
  package let content: String
}
