/// A field of an answer that may be missing, `null`, or of another type than documented.
///
/// All three read as `nil`: a client that outlives a service's next version must not lose a job for one field,
/// and must not invent a value for it either.
@propertyWrapper package struct Told<Value: WireValue>: Decodable {
  package var wrappedValue: Value?

  package init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  package init(from decoder: any Decoder) { wrappedValue = Value(wire: decoder) }
}

extension Told: Sendable where Value: Sendable {}
extension Told: Equatable where Value: Equatable {}

extension KeyedDecodingContainer {
  /// Found by the synthesised `init(from:)` of every wire type: makes a missing key an absent value.
  func decode<Value>(_ type: Told<Value>.Type, forKey key: Key) -> Told<Value> {
    (try? decodeIfPresent(type, forKey: key)) ?? Told(wrappedValue: nil)
  }
}

/// A type that can be read leniently from one place of an answer.
package protocol WireValue {
  /// `nil` if what stands there is not such a value.
  init?(wire decoder: any Decoder)
}

/// An object of an answer. Its own fields are ``Told``, so that only a non-object fails.
package protocol WireObject: WireValue, Decodable {}

extension WireObject {
  package init?(wire decoder: any Decoder) {
    guard (try? decoder.container(keyedBy: AnyKey.self)) != nil,
      let value = try? Self(from: decoder)
    else { return nil }
    self = value
  }
}

/// A key of any name.
struct AnyKey: CodingKey, Hashable {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
