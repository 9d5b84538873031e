/// The text of a paste while it comes. Only its end mark ends it, whatever else it contains.
struct PastedText: Hashable, Sendable {
  private var bytes: [UInt8] = []
  /// How much of the end mark the last bytes are.
  private var matched = 0

  private static let end = Array("\u{1B}[201~".utf8)
  /// The rest of a longer one is taken in and dropped.
  private static let longest = 1 << 20

  /// Whether bytes begin with the end mark, or with as much of it as they are.
  static func mayEnd(with bytes: some Collection<UInt8>) -> Bool {
    zip(bytes, end).allSatisfy { $0 == $1 }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
  var isEmpty: Bool { bytes.isEmpty }

  /// The text was given; the end mark may have begun.
  mutating func empty() { bytes = [] }

  /// - Returns: Whether this was the last byte.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count
    }
    keep(Self.end.prefix(matched))
    matched = byte == Self.end[0] ? 1 : 0
    if matched == 0 { keep([byte]) }
    return false
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    guard bytes.count + more.count <= Self.longest else { return }
    bytes.append(contentsOf: more)
  }
}
