/// One way in which an answer differs from what is documented.
struct Mutation: Sendable, CustomStringConvertible {
  enum Kind: CaseIterable, Sendable {
    case drop, null, retype, wrap, unwrap, `repeat`, huge, odd, add
  }

  let kind: Kind
  let path: [Int]
  let description: String
  let tree: Tree

  /// - Parameter path: Of the value that is changed.
  init(_ kind: Kind, of tree: Tree, at path: [Int], using random: inout some RandomNumberGenerator)
  {
    let old = tree[path]
    var changed = tree
    switch kind {
    case .drop: changed.remove(path)
    case .null: changed[path] = .null
    case .retype: changed[path] = old.retyped(using: &random)
    case .wrap:
      changed[path] =
        Bool.random(using: &random)
        ? .array([old]) : .object([Tree.Member(key: "value", value: old)])
    case .unwrap: changed[path] = old.children.first ?? .array([])
    case .repeat: changed.repeat(path)
    case .huge: changed[path] = Self.huge.randomElement(using: &random) ?? .null
    case .odd: changed[path] = Self.odd.randomElement(using: &random) ?? .null
    case .add:
      changed[path] = old.adding("unheardOf", Self.odd.randomElement(using: &random) ?? .null)
    }
    self.kind = kind
    self.path = path
    self.tree = changed
    description = "\(kind) at \(tree.words(of: path))"
  }

  private static let huge: [Tree] = [
    .number("9223372036854775807"), .number("9223372036854775808"), .number("-9223372036854775808"),
    .number("1e300"), .number("1e400"), .number("18446744073709551615"), .number("4294967296"),
    .string("9223372036854775807"), .string("1e308"), .string("99999999999999999999"),
    .string(String(repeating: "x", count: 5_000)),
    .array(Array(repeating: .number("1"), count: 300)),
    (0..<60).reduce(Tree.null) { inner, _ in .array([inner]) },
  ]

  private static let odd: [Tree] = [
    .string(""), .string(" "), .string("-1"), .string("0"), .string("-0.00"), .string("NaN"),
    .string("Infinity"), .string("NEVER_HEARD_OF"), .string("完成"), .string("\u{1B}[2J\u{7}\r\n"),
    .string("2026-13-45T99:99:99Z"), .string("0000-00-00 00:00:00"), .string("12 %"),
    .string("null"),
    .number("-1"), .number("0"), .number("-0.0"), .number("0.5"), .number("101"), .number("1e-9"),
    .bool(true), .bool(false), .object([]), .array([]),
  ]
}

extension Tree {
  fileprivate func retyped(using random: inout some RandomNumberGenerator) -> Tree {
    switch self {
    case .string(let text):
      [.bool(true), .array([self]), .object([]), .number("\(text.count)")]
        .randomElement(using: &random) ?? .null
    case .number(let text):
      [.string(text), .bool(false), .object([]), .string("\(text) rows")]
        .randomElement(using: &random) ?? .null
    case .bool(let value):
      [.string("\(value)"), .number(value ? "1" : "0"), .string("\(value)".uppercased())]
        .randomElement(using: &random) ?? .null
    case .object, .array, .null: .string("text")
    }
  }

  fileprivate func adding(_ key: String, _ value: Tree) -> Tree {
    switch self {
    case .object(let members): .object(members + [Member(key: key, value: value)])
    case .array(let elements): .array(elements + [value])
    case .string, .number, .bool, .null: self
    }
  }

  fileprivate mutating func remove(_ path: [Int]) {
    guard let last = path.last else {
      self = .null
      return
    }
    let parent = Array(path.dropLast())
    switch self[parent] {
    case .object(var members):
      members.remove(at: last)
      self[parent] = .object(members)
    case .array(var elements):
      elements.remove(at: last)
      self[parent] = .array(elements)
    case .string, .number, .bool, .null: break
    }
  }

  fileprivate mutating func `repeat`(_ path: [Int]) {
    guard let last = path.last else {
      self = .array([self, self])
      return
    }
    let parent = Array(path.dropLast())
    switch self[parent] {
    case .object(let members): self[parent] = .object(members + [members[last]])
    case .array(let elements): self[parent] = .array(elements + [elements[last]])
    case .string, .number, .bool, .null: break
    }
  }

  /// The path in names, for a failure's text.
  fileprivate func words(of path: [Int]) -> String {
    var place = self
    return path.map { index in
      defer { place = place.children[index] }
      if case .object(let members) = place { return members[index].key }
      return "\(index)"
    }.joined(separator: ".")
  }
}
