import XMLCoder

import class FoundationEssentials.JSONEncoder
import struct FoundationEssentials.Data

/// An element of an XML answer, of any name: either text or elements by name.
///
/// The service writes an array as its own tag repeated, so that nothing but the number of elements
/// tells an array from an object; the wire types read one bare element as a list of one.
package enum XMLNode: Hashable {
  case text(String)
  case elements([String: [XMLNode]])

  /// The same content as JSON, every value a string; `nil` if the bytes are not XML.
  ///
  /// What ``XMLOutline`` finds dangerous is refused before it is parsed.
  package static func json(fromXML bytes: [UInt8]) -> [UInt8]? {
    // Trimming would take the spaces beside each entity of a text, too.
    let decoder = XMLDecoder(trimValueWhitespaces: false)
    guard XMLOutline.isHarmless(bytes),
      let root = try? decoder.decode(XMLNode.self, from: Data(bytes)),
      case .elements = root, let json = try? JSONEncoder().encode(root)
    else { return nil }
    return Array(json)
  }
}

extension XMLNode: Decodable {
  package init(from decoder: any Decoder) throws {
    guard let container = try? decoder.container(keyedBy: AnyKey.self) else {
      self = .text((try? decoder.singleValueContainer().decode(String.self)) ?? "")
      return
    }
    var elements: [String: [XMLNode]] = [:]
    for key in Set(container.allKeys) where !Self.textKeys.contains(key.stringValue) {
      let nodes = try container.decode([XMLNode].self, forKey: key)
      // An attribute has no nodes; the service uses none.
      if !nodes.isEmpty { elements[key.stringValue] = nodes }
    }
    self = elements.isEmpty ? .text(Self.text(in: container)) : .elements(elements)
  }

  /// The names under which XMLCoder gives the text of an element.
  private static let textKeys = ["#CDATA", ""]

  private static func text(in container: KeyedDecodingContainer<AnyKey>) -> String {
    textKeys.lazy
      .compactMap { try? container.decode(String.self, forKey: AnyKey(stringValue: $0)) }
      .first { !$0.isEmpty } ?? ""
  }
}

extension XMLNode: Encodable {
  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .elements(let elements):
      var container = encoder.container(keyedBy: AnyKey.self)
      for (name, nodes) in elements {
        let key = AnyKey(stringValue: name)
        if nodes.count == 1, let node = nodes.first {
          try container.encode(node, forKey: key)
        } else {
          try container.encode(nodes, forKey: key)
        }
      }
    }
  }
}
