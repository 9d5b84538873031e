/// On which line each key of a TOML text stands.
///
/// The TOML library keeps positions for syntax errors only, so the lines of values that are valid
/// TOML and wrong settings are found here. The text must have been parsed before: nothing is
/// checked, and a form that is not understood costs a line number, nothing else.
struct KeyLines {
  enum Component: Hashable {
    case key(String)
    case index(Int)
  }

  private var lines: [[Component]: Int] = [:]
  private var arraySizes: [[Component]: Int] = [:]

  init(of text: String) {
    var scanner = TOMLScanner(text)
    var table: [Component] = []
    while scanner.skipBlank() {
      let line = scanner.line
      if scanner.take("[[") {
        table = element(of: scanner.keyPath(), line: line)
        _ = scanner.take("]]")
      } else if scanner.take("[") {
        table = resolve([], scanner.keyPath(), line: line)
        _ = scanner.take("]")
      } else {
        pair(in: table, &scanner)
      }
    }
  }

  /// The first line that names the path; `nil` if it was not found.
  subscript(path: [Component]) -> Int? { lines[path] }

  private mutating func record(_ path: [Component], line: Int) {
    if lines[path] == nil { lines[path] = line }
  }

  /// `[a.b]`: a step through a list of tables means its last element.
  private mutating func resolve(
    _ base: [Component], _ keys: [String], line: Int
  ) -> [Component] {
    var path = base
    for key in keys {
      path.append(.key(key))
      record(path, line: line)
      if let size = arraySizes[path] { path.append(.index(size - 1)) }
    }
    return path
  }

  /// `[[a.b]]`: one more element.
  private mutating func element(of keys: [String], line: Int) -> [Component] {
    var path = resolve([], keys.dropLast(), line: line)
    path += keys.suffix(1).map { .key($0) }
    record(path, line: line)
    let index = arraySizes[path, default: 0]
    arraySizes[path] = index + 1
    path.append(.index(index))
    record(path, line: line)
    return path
  }

  private mutating func pair(in table: [Component], _ scanner: inout TOMLScanner) {
    let line = scanner.line
    let path = resolve(table, scanner.keyPath(), line: line)
    scanner.skipSpaces()
    if scanner.take("=") {
      value(at: path, &scanner)
    } else {
      scanner.skipLine()
    }
  }

  private mutating func value(at path: [Component], _ scanner: inout TOMLScanner) {
    scanner.skipSpaces()
    if scanner.take("[") {
      var index = 0
      while scanner.skipBlank(), !scanner.take("]") {
        record(path + [.index(index)], line: scanner.line)
        value(at: path + [.index(index)], &scanner)
        index += 1
        scanner.skipSeparator()
      }
    } else if scanner.take("{") {
      while scanner.skipBlank(), !scanner.take("}") {
        pair(in: path, &scanner)
        scanner.skipSeparator()
      }
    } else {
      scanner.skipScalar()
    }
  }
}
