/// A list of an answer, in every shape in which the service's operations write one.
///
/// The operations of this version write `[…]`; those before it put one element of any name between
/// the field and its items (`"MigrationJobs": {"MigrationJob": […]}`), and XML does not tell a list
/// of one from its item.
@propertyWrapper package struct ToldList<Element: WireValue>: Decodable {
  package var wrappedValue: [Element]?

  package init(wrappedValue: [Element]?) { self.wrappedValue = wrappedValue }

  package init(from decoder: any Decoder) {
    wrappedValue = Self.wrapped(decoder) ?? [Element](wire: decoder)
  }

  /// The list that is all that an object holds.
  private static func wrapped(_ decoder: any Decoder) -> [Element]? {
    guard let object = try? decoder.container(keyedBy: AnyKey.self), object.allKeys.count == 1,
      let key = object.allKeys.first
    else { return nil }
    let holdsList = (try? object.nestedUnkeyedContainer(forKey: key)) != nil
    guard holdsList || isItem(key, of: decoder.codingPath.last) else { return nil }
    return object.decode(Told<[Element]>.self, forKey: key).wrappedValue
  }

  /// Whether an element is named after its list, as `MigrationJob` in `MigrationJobs`.
  private static func isItem(_ key: AnyKey, of list: (any CodingKey)?) -> Bool {
    guard let list = list?.stringValue else { return false }
    return key.stringValue != list && list.hasPrefix(key.stringValue)
  }
}

extension ToldList: Sendable where Element: Sendable {}
extension ToldList: Equatable where Element: Equatable {}

extension KeyedDecodingContainer {
  /// Makes a missing key an absent list.
  func decode<Element>(_ type: ToldList<Element>.Type, forKey key: Key) -> ToldList<Element> {
    (try? decodeIfPresent(type, forKey: key)) ?? ToldList(wrappedValue: nil)
  }
}
