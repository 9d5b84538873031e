/// Percent-encoding as the signatures of Alibaba Cloud and Huawei Cloud want it.
package enum PercentEncoding {
  /// Keeps the unreserved characters of RFC 3986 and writes every other byte of the UTF-8 as `%XX`.
  ///
  /// A space becomes `%20`, never `+`: the service would sign another text than we do.
  package static func encode(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      if isUnreserved(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += byte < 0x10 ? "%0" : "%"
        result += String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  /// Joins parameters to a query, encoded and sorted by name, so that what is sent is what is
  /// signed.
  package static func query(_ parameters: [String: String]) -> String {
    parameters.map { (encode($0.key), encode($0.value)) }
      .sorted { $0 < $1 }
      .map { "\($0.0)=\($0.1)" }
      .joined(separator: "&")
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
