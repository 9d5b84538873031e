import struct FoundationEssentials.Data
import class FoundationEssentials.JSONDecoder

/// Why a text is no JSON.
package struct NotJSON: Error, Equatable {
  /// From 1.
  package let line: Int
}

extension Document {
  /// Reads JSON with its fields in their order, which Foundation's decoder does not keep.
  init(json text: String) throws(NotJSON) {
    var reader = DocumentReader(bytes: Array(text.utf8))
    self = try reader.document()
  }
}

/// Reads one JSON text.
private struct DocumentReader {
  let bytes: [UInt8]
  var position = 0
  var depth = 0

  private static let deepest = 64

  mutating func document() throws(NotJSON) -> Document {
    let document = try value()
    skipBlank()
    guard position == bytes.count else { throw mistake }
    return document
  }

  private var mistake: NotJSON {
    NotJSON(line: 1 + bytes.prefix(position).count { $0 == UInt8(ascii: "\n") })
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlank() {
    while let byte = next, " \t\r\n".utf8.contains(byte) { position += 1 }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    guard bytes[position...].starts(with: text.description.utf8) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  private mutating func value() throws(NotJSON) -> Document {
    guard depth < Self.deepest else { throw mistake }
    depth += 1
    defer { depth -= 1 }
    skipBlank()
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t") where take("true"): return .flag(true)
    case UInt8(ascii: "f") where take("false"): return .flag(false)
    case UInt8(ascii: "n") where take("null"): return .null
    default: return try number()
    }
  }

  private mutating func object() throws(NotJSON) -> Document {
    var fields: [Document.Field] = []
    try elements("{", "}") { reader throws(NotJSON) in
      let name = try reader.text()
      reader.skipBlank()
      guard reader.take(":") else { throw reader.mistake }
      fields.append(Document.Field(name: name, value: try reader.value()))
    }
    return .object(fields)
  }

  private mutating func array() throws(NotJSON) -> Document {
    var values: [Document] = []
    try elements("[", "]") { reader throws(NotJSON) in
      values.append(try reader.value())
    }
    return .array(values)
  }

  private mutating func elements(
    _ open: StaticString, _ close: StaticString,
    _ element: (inout Self) throws(NotJSON) -> Void
  ) throws(NotJSON) {
    guard take(open) else { throw mistake }
    skipBlank()
    guard !take(close) else { return }
    repeat {
      skipBlank()
      try element(&self)
      skipBlank()
    } while take(",")
    guard take(close) else { throw mistake }
  }

  /// The quotes and escapes of a text are the decoder's business.
  private mutating func text() throws(NotJSON) -> String {
    let start = position
    guard take("\"") else { throw mistake }
    while let byte = next, byte != UInt8(ascii: "\"") {
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard take("\""),
      let text = try? JSONDecoder().decode(String.self, from: Data(bytes[start..<position]))
    else { throw mistake }
    return text
  }

  private mutating func number() throws(NotJSON) -> Document {
    let start = position
    while let byte = next, "+-.0123456789eE".utf8.contains(byte) { position += 1 }
    let digits = String(decoding: bytes[start..<position], as: UTF8.self)
    if let number = Int64(digits) { return .number(number) }
    guard let decimal = Double(digits) else { throw mistake }
    return .decimal(decimal)
  }
}
