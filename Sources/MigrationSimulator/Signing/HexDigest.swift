import Crypto

enum HexDigest {
  static func sha256(_ bytes: some Sequence<UInt8>) -> String {
    hex(SHA256.hash(data: Array(bytes)))
  }

  static func hmacSHA256(_ text: String, secret: String) -> String {
    let key = SymmetricKey(data: Array(secret.utf8))
    return hex(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
  }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.reduce(into: "") { out, byte in
      let digits = String(byte, radix: 16)
      out += digits.count == 1 ? "0" + digits : digits
    }
  }
}
