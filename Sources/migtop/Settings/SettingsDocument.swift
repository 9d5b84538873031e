import MigrationModel
import TOMLKit

/// Reads TOML into ``SettingsNode``. The only place that knows the TOML library.
enum SettingsDocument {
  /// Throws one line with the file, the line, the column and what the parser missed.
  static func parse(_ text: String, file: String) throws(SettingsError) -> SettingsNode {
    do {
      let table = try TOMLTable(string: text)
      return node(table, at: [], lines: KeyLines(of: text), parentLine: 1)
    } catch let error as TOMLParseError {
      throw SettingsError(lines: [line(error, file: file)])
    } catch {
      throw SettingsError(lines: ["\(file):1: is not TOML"])
    }
  }

  private static func node(
    _ value: any TOMLValueConvertible, at path: [KeyLines.Component], lines: KeyLines,
    parentLine: Int
  ) -> SettingsNode {
    let line = lines[path] ?? parentLine
    if let table = value.table {
      let entries = table.map { key, child in
        (key, node(child, at: path + [.key(key)], lines: lines, parentLine: line))
      }
      return SettingsNode(
        line: line, value: .table(Dictionary(entries, uniquingKeysWith: { first, _ in first })))
    }
    if let array = value.array {
      let elements = array.enumerated().map { index, child in
        node(child, at: path + [.index(index)], lines: lines, parentLine: line)
      }
      return SettingsNode(line: line, value: .array(elements))
    }
    return SettingsNode(line: line, value: scalar(value))
  }

  private static func scalar(_ value: any TOMLValueConvertible) -> SettingsNode.Value {
    if let string = value.string { return .string(string) }
    if let integer = value.int { return .integer(integer) }
    if let decimal = value.double { return .decimal(decimal) }
    return switch value.type {
    case .bool: .other("true or false")
    case .date, .time, .dateTime: .other("a date")
    default: .other("a \(value.type)")
    }
  }

  /// The parser ends many messages with what it saw, which may be the beginning of a secret without
  /// quotes.
  private static func line(_ error: TOMLParseError, file: String) -> String {
    let told = error.description.replacing("Error while parsing ", with: "")
    let what = told[..<(told.firstRange(of: ", saw ")?.lowerBound ?? told.endIndex)]
    let place = "\(file):\(error.source.begin.line):\(error.source.begin.column)"
    return "\(place): is not TOML: \(ServiceText.clean(String(what))); \(advice(what))"
  }

  private static func advice(_ what: Substring) -> String {
    if what.contains("cannot redefine") { return "give it once only" }
    if what.contains("header") { return "a table begins with [name], a source with [[source]]" }
    if what.contains("value") || what.contains("expected 'true'") || what.contains("digit")
      || what.contains("'false'")
    {
      return "a text or a time stands in quotes, as in interval = \"5s\""
    }
    return "a line is key = value, a text stands in quotes and ends on its line"
  }
}
