/// Rows with a heading, for files that other programs read.
struct ExportTable: Hashable, Sendable {
  /// What stands in one field. An empty text is an absent value.
  enum Value: Hashable, Sendable {
    case text(String)
    case number(Int)
    case truth(Bool)

    static func text(_ text: String?) -> Value { .text(text ?? "") }

    /// As it stands in a table.
    var words: String {
      switch self {
      case .text(let text): text
      case .number(let number): "\(number)"
      case .truth(let isTrue): "\(isTrue)"
      }
    }
  }

  let heading: [String]
  /// Each as long as the heading.
  let values: [[Value]]

  private var rows: [[String]] { values.map { $0.map(\.words) } }

  /// RFC 4180: quoted where it must be, lines end with CR and LF.
  var csv: String {
    ([heading] + rows).map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  var markdown: String {
    let rule = heading.map { _ in "---" }
    return ([heading, rule] + rows).map { row in
      "| \(row.map(Self.escaped).joined(separator: " | ")) |\n"
    }.joined()
  }

  /// Tab-separated, without line breaks in a field.
  var text: String {
    ([heading] + rows).map { row in
      row.map { $0.map { $0.isNewline || $0 == "\t" ? " " : String($0) }.joined() }
        .joined(separator: "\t") + "\n"
    }.joined()
  }

  /// One object a row, by the names of the heading; what is absent is `null`.
  var records: [[String: Value]] {
    values.map { Dictionary(zip(heading, $0), uniquingKeysWith: { $1 }) }
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { $0.isNewline || ",\"".contains($0) }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }

  private static func escaped(_ text: String) -> String {
    text.map { $0.isNewline ? "<br>" : $0 == "|" ? "\\|" : String($0) }.joined()
  }
}

extension ExportTable.Value: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(""): try container.encodeNil()
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .truth(let isTrue): try container.encode(isTrue)
    }
  }
}
