/// Percent-encoding as both vendors' signatures want it: `A-Z a-z 0-9 - _ . ~` stay as they are.
enum PercentCoding {
  static func encode(_ text: String) -> String {
    var out = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "~"):
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        out += "%" + (hex.count == 1 ? "0" : "") + hex
      }
    }
    return out
  }

  /// - Parameter plusIsSpace: As in forms and in the query that Alibaba's own SDK sends.
  static func decode(_ text: some StringProtocol, plusIsSpace: Bool) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = hexByte(rest.prefix(2)) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hexByte(_ digits: some Collection<UInt8>) -> UInt8? {
    guard digits.count == 2 else { return nil }
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

/// One `name=value` of a query or a form.
struct Parameter: Hashable, Sendable {
  let name: String
  let value: String

  /// Takes a query or a form apart, in its order.
  static func list(_ text: some StringProtocol, plusIsSpace: Bool) -> [Parameter] {
    text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return Parameter(
        name: PercentCoding.decode(parts[0], plusIsSpace: plusIsSpace),
        value: parts.count > 1 ? PercentCoding.decode(parts[1], plusIsSpace: plusIsSpace) : "")
    }
  }

  /// Sorted by name and value, encoded anew: the form that is signed.
  static func canonical(_ parameters: [Parameter]) -> String {
    parameters
      .map { (PercentCoding.encode($0.name), PercentCoding.encode($0.value)) }
      .sorted { $0 < $1 }
      .map { "\($0)=\($1)" }
      .joined(separator: "&")
  }
}
