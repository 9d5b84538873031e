import Foundation

/// A JSON value that can be broken on purpose: it may have a key twice and numbers that are none.
indirect enum Tree: Hashable, Sendable {
  case object([Member])
  case array([Tree])
  case string(String)
  /// As it is written.
  case number(String)
  case bool(Bool)
  case null

  struct Member: Hashable, Sendable {
    var key: String
    var value: Tree
  }

  /// Reads JSON text. The members of an object are in the order of their names.
  init(json text: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
  }

  /// Members, elements, or nothing.
  var children: [Tree] {
    switch self {
    case .object(let members): members.map(\.value)
    case .array(let elements): elements
    case .string, .number, .bool, .null: []
    }
  }

  subscript(path: [Int]) -> Tree {
    get { path.reduce(self) { $0.children[$1] } }
    set { replace(path[...], with: newValue) }
  }

  private mutating func replace(_ path: ArraySlice<Int>, with value: Tree) {
    guard let index = path.first else {
      self = value
      return
    }
    switch self {
    case .object(var members):
      members[index].value.replace(path.dropFirst(), with: value)
      self = .object(members)
    case .array(var elements):
      elements[index].replace(path.dropFirst(), with: value)
      self = .array(elements)
    case .string, .number, .bool, .null: break
    }
  }

  /// The path of every value inside, this one's first.
  var paths: [[Int]] {
    [[]] + children.enumerated().flatMap { index, child in child.paths.map { [index] + $0 } }
  }

  /// The path to a member by its name.
  func path(to key: String) -> [Int]? {
    guard case .object(let members) = self else { return nil }
    return members.firstIndex { $0.key == key }.map { [$0] }
  }

  /// Texts and numbers, however deep.
  var leaves: [String] {
    switch self {
    case .string(let text), .number(let text): [text]
    case .bool, .null: []
    case .object, .array: children.flatMap(\.leaves)
    }
  }
}

extension Tree: Decodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Key.self) {
      self = .object(
        try container.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
          Member(key: $0.stringValue, value: try container.decode(Tree.self, forKey: $0))
        })
    } else if var container = try? decoder.unkeyedContainer() {
      var elements: [Tree] = []
      while !container.isAtEnd { elements.append(try container.decode(Tree.self)) }
      self = .array(elements)
    } else {
      self = try Self.scalar(decoder.singleValueContainer())
    }
  }

  private static func scalar(_ container: any SingleValueDecodingContainer) throws -> Tree {
    if container.decodeNil() { return .null }
    if let value = try? container.decode(Bool.self) { return .bool(value) }
    if let value = try? container.decode(Int64.self) { return .number("\(value)") }
    if let value = try? container.decode(Double.self) { return .number("\(value)") }
    return .string(try container.decode(String.self))
  }
}

extension Tree {
  var json: String {
    var text = ""
    write(&text)
    return text
  }

  private func write(_ text: inout String) {
    switch self {
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        text += index == 0 ? "" : ","
        Tree.string(member.key).write(&text)
        text += ":"
        member.value.write(&text)
      }
      text += "}"
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        text += index == 0 ? "" : ","
        element.write(&text)
      }
      text += "]"
    case .string(let value): text += Self.quoted(value)
    case .number(let value): text += value
    case .bool(let value): text += "\(value)"
    case .null: text += "null"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..<" ":
        result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// As the services write XML: an element of a list is an element of the list's own name.
  func xml(_ name: String) -> String {
    switch self {
    case .object(let members):
      "<\(name)>\(members.map { $0.value.xml($0.key) }.joined())</\(name)>"
    case .array(let elements): elements.map { $0.xml(name) }.joined()
    case .string(let text), .number(let text): "<\(name)>\(Self.escaped(text))</\(name)>"
    case .bool(let value): "<\(name)>\(value)</\(name)>"
    case .null: "<\(name)/>"
    }
  }

  private static func escaped(_ text: String) -> String {
    let parts: [String] = text.unicodeScalars.map { scalar in
      switch scalar {
      case "<": "&lt;"
      case "&": "&amp;"
      case "\u{0}"..<" ": ""
      default: String(scalar)
      }
    }
    return parts.joined()
  }
}
