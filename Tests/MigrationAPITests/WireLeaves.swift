import Foundation
import MigrationAPI

/// The values of a document by their place, written the same way for the text and for what was
/// decoded from it.
///
/// Comparing the two proves that a wire type has every field of a sample, under the right name.
/// Names lose case and underscores, numbers and strings of numbers are one, `null` and an empty
/// list are nothing.
enum WireLeaves {
  static func ofText(_ text: String) throws -> [String: String] {
    var leaves: [String: String] = [:]
    collect(try JSONDecoder().decode(JSONText.self, from: Data(text.utf8)), at: [], in: &leaves)
    return leaves
  }

  static func ofDecoded(_ value: Any) -> [String: String] {
    var leaves: [String: String] = [:]
    collect(value, at: [], in: &leaves)
    return leaves
  }

  private static func collect(
    _ value: JSONText, at path: [String], in leaves: inout [String: String]
  ) {
    switch value {
    case .leaf(let text): leaves[path.joined(separator: ".")] = text
    case .list(let values):
      for (index, value) in values.enumerated() {
        collect(value, at: path + ["\(index)"], in: &leaves)
      }
    case .object(let fields):
      for (name, value) in fields { collect(value, at: path + [plain(name)], in: &leaves) }
    }
  }

  private static func collect(_ value: Any, at path: [String], in leaves: inout [String: String]) {
    if let text = text(of: value) {
      leaves[path.joined(separator: ".")] = text
      return
    }
    let mirror = Mirror(reflecting: value)
    for (index, child) in mirror.children.enumerated() {
      switch mirror.displayStyle {
      case .optional: collect(child.value, at: path, in: &leaves)
      case .dictionary:
        guard let entry = child.value as? (key: String, value: Any) else { continue }
        collect(entry.value, at: path + [plain(entry.key)], in: &leaves)
      case .collection: collect(child.value, at: path + ["\(index)"], in: &leaves)
      default:
        let isWrapper = child.label == "wrappedValue"
        collect(
          child.value, at: isWrapper ? path : path + [plain(child.label ?? "\(index)")],
          in: &leaves)
      }
    }
  }

  private static func text(of value: Any) -> String? {
    switch value {
    case let value as String: value
    case let value as Int64: "\(value)"
    case let value as Double: value.formatted(.number.grouping(.never))
    case let value as Bool: "\(value)"
    case let value as ConnectionString: value.text
    default: nil
    }
  }

  private static func plain(_ name: String) -> String {
    name.filter { $0 != "_" }.lowercased()
  }
}

private enum JSONText: Decodable {
  case leaf(String)
  case list([JSONText])
  case object([String: JSONText])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .leaf("\(flag)")
    } else if let number = try? container.decode(Double.self) {
      self = .leaf(number.formatted(.number.grouping(.never)))
    } else if let text = try? container.decode(String.self) {
      self = .leaf(text)
    } else if let list = try? container.decode([JSONText].self) {
      self = .list(list)
    } else {
      self = .object((try? container.decode([String: JSONText].self)) ?? [:])
    }
  }
}
