import MigrationModel

extension Array: WireValue where Element: WireValue {
  /// Reads a list and drops the elements that cannot be read; one bare element counts as a list of one,
  /// as it comes out of XML.
  package init?(wire decoder: any Decoder) {
    guard var container = try? decoder.unkeyedContainer() else {
      guard let single = Element(wire: decoder) else { return nil }
      self = [single]
      return
    }
    var elements: [Element] = []
    while !container.isAtEnd {
      guard let element = try? container.decode(Told<Element>.self) else { break }
      if let value = element.wrappedValue { elements.append(value) }
    }
    self = elements
  }
}

extension Dictionary: WireValue where Key == String, Value: WireValue {
  /// Reads an object with keys of its own choice, or a list of such objects as one, and drops what
  /// cannot be read.
  package init?(wire decoder: any Decoder) {
    guard let container = try? decoder.container(keyedBy: AnyKey.self) else {
      guard (try? decoder.unkeyedContainer()) != nil, let objects = [Self](wire: decoder) else {
        return nil
      }
      self = objects.reduce(into: [:]) { all, one in all.merge(one) { $1 } }
      return
    }
    self = [:]
    for key in container.allKeys {
      self[ServiceText.clean(key.stringValue)] =
        container.decode(Told<Value>.self, forKey: key).wrappedValue
    }
  }
}

/// The scalar fields of an object that this version does not know, to be shown raw.
///
/// What looks like a credential by its name is left out, and so is an address of any name: it can have a
/// user and a password inside.
struct UnknownFields: Decodable, Hashable {
  let fields: [String: String]

  /// None.
  init() { fields = [:] }

  init(from decoder: any Decoder) {
    self.init(decoder, known: [])
  }

  init(_ decoder: any Decoder, known: Set<String>) {
    guard let container = try? decoder.container(keyedBy: AnyKey.self) else {
      fields = [:]
      return
    }
    var fields: [String: String] = [:]
    for key in container.allKeys where !known.contains(key.stringValue) {
      guard !PrivateName.matches(key.stringValue) else { continue }
      let value = container.decode(Told<String>.self, forKey: key).wrappedValue
      let flag = container.decode(Told<Bool>.self, forKey: key).wrappedValue
      if let text = value ?? flag.map({ String($0) }), !Self.isAddress(text) {
        fields[ServiceText.clean(key.stringValue)] = text
      }
    }
    self.fields = fields
  }

  /// One note a field, in the order of the names.
  var notes: [String] {
    fields.sorted { $0.key < $1.key }.map { "unknown field \($0.key): \($0.value.prefix(200))" }
  }

  private static func isAddress(_ text: String) -> Bool {
    let text = text.lowercased()
    return text.contains("://") || text.contains("jdbc:")
  }
}
