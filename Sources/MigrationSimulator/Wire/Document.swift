/// An answer's content, before it is written as JSON or XML. Fields keep their order.
indirect enum Document: Sendable, Equatable {
  case object([Field])
  case array([Document])
  case text(String)
  case number(Int64)
  case decimal(Double)
  case flag(Bool)
  case null

  struct Field: Sendable, Equatable {
    let name: String
    let value: Document
  }

  /// The text, or `null`.
  static func orNull(_ text: String?) -> Document { text.map(Document.text) ?? .null }

  static func number(_ value: Int) -> Document { .number(Int64(value)) }

  /// Fields of two objects, one after the other.
  static func + (head: Document, tail: Document) -> Document {
    guard case .object(let first) = head, case .object(let second) = tail else { return head }
    return .object(first + second)
  }
}

extension Document: ExpressibleByDictionaryLiteral {
  /// A field with the value `nil` is left out; ``null`` is written.
  init(dictionaryLiteral elements: (String, Document?)...) {
    self = .object(
      elements.compactMap { name, value in value.map { Field(name: name, value: $0) } })
  }
}

extension Document: ExpressibleByArrayLiteral {
  init(arrayLiteral elements: Document...) { self = .array(elements) }
}

extension Document: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { self = .text(value) }
}

extension Document: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int64) { self = .number(value) }
}

extension Document: ExpressibleByBooleanLiteral {
  init(booleanLiteral value: Bool) { self = .flag(value) }
}
