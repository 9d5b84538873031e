/// Walks over a valid TOML text and counts its lines.
struct TOMLScanner {
  private let bytes: [UInt8]
  private var position = 0
  private(set) var line = 1

  init(_ text: String) { bytes = Array(text.utf8) }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func starts(with text: StaticString) -> Bool {
    bytes[position...].starts(with: text.description.utf8)
  }

  private mutating func advance() {
    if next == UInt8(ascii: "\n") { line += 1 }
    position += 1
  }

  mutating func take(_ text: StaticString) -> Bool {
    guard starts(with: text) else { return false }
    for _ in 0..<text.utf8CodeUnitCount { advance() }
    return true
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while let byte = next, condition(byte) { advance() }
  }

  mutating func skipSpaces() { skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

  mutating func skipLine() { skip { $0 != UInt8(ascii: "\n") } }

  /// Skips white space, line ends, comments and a byte order mark; `false` at the end of the text.
  mutating func skipBlank() -> Bool {
    _ = take("\u{FEFF}")
    repeat {
      skip { $0 <= UInt8(ascii: " ") }
      guard next == UInt8(ascii: "#") else { return next != nil }
      skipLine()
    } while true
  }

  mutating func skipSeparator() {
    guard skipBlank() else { return }
    _ = take(",")
  }

  /// Takes `a . "b c".d` and leaves what follows.
  mutating func keyPath() -> [String] {
    var keys: [String] = []
    repeat {
      skipSpaces()
      keys.append(key())
      skipSpaces()
    } while take(".")
    return keys
  }

  private mutating func key() -> String {
    let start = position
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
      skipQuoted()
      return unescaped(bytes[(start + 1)..<max(start + 1, position - 1)])
    }
    skip { !" \t\r\n=.]".utf8.contains($0) }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// `\"` and `\\` only: a key with another escape loses its line number, not its meaning.
  private func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("\\\"", with: "\"")
      .replacing("\\\\", with: "\\")
  }

  /// Skips a text, a number, a date or a truth value.
  mutating func skipScalar() {
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") {
      skipQuoted()
    } else {
      skip { !",]}#\n".utf8.contains($0) }
    }
  }

  private mutating func skipQuoted() {
    guard let quote = next else { return }
    let isLong = starts(with: "\"\"\"") || starts(with: "'''")
    for _ in 0..<(isLong ? 3 : 1) { advance() }
    while let byte = next, !endsText(quote, isLong: isLong) {
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { advance() }
      advance()
    }
    if isLong {
      skip { $0 == quote }
    } else {
      advance()
    }
  }

  private func endsText(_ quote: UInt8, isLong: Bool) -> Bool {
    guard next == quote else { return false }
    return !isLong || bytes[position...].starts(with: [quote, quote, quote])
  }
}
