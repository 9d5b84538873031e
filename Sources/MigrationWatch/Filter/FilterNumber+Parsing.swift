extension FilterNumber {
  /// How the key is used, for messages and completions.
  package var example: String {
    switch self {
    case .lag: "lag>10m"
    case .progress: "progress<50%"
    case .rate: "rate<1k"
    case .age: "age>30s"
    case .eta: "eta<1h"
    case .errors: "errors>0"
    }
  }

  /// Reads a value with its unit; `nil` if it is none. A bare duration is in seconds.
  func value(of text: String) -> Double? {
    let value: Double? =
      switch self {
      case .lag, .age, .eta: Self.seconds(text)
      case .progress: Self.decimal(text.hasSuffix("%") ? text.dropLast() : text[...])
      case .rate: Self.scaled(text.hasSuffix("/s") ? text.dropLast(2) : text[...])
      case .errors: Self.scaled(text[...])
      }
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  /// `18m04s`, `500ms`, `1.5h`, `30`.
  private static func seconds(_ text: String) -> Double? {
    if let bare = decimal(text[...]) { return bare }
    var rest = text.lowercased()[...]
    var sum = 0.0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isNumber || $0 == "." }
      let unit = rest.dropFirst(digits.count).prefix { $0.isLetter }
      guard let number = decimal(digits), let factor = secondsPerUnit[String(unit)] else {
        return nil
      }
      sum += number * factor
      rest = rest.dropFirst(digits.count + unit.count)
    }
    return text.isEmpty ? nil : sum
  }

  private static let secondsPerUnit: [String: Double] = [
    "ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604_800,
  ]

  private static func scaled(_ text: Substring) -> Double? {
    guard let last = text.last?.lowercased(), let factor = factors[last] else {
      return decimal(text)
    }
    return decimal(text.dropLast()).map { $0 * factor }
  }

  private static let factors: [String: Double] = ["k": 1e3, "m": 1e6, "g": 1e9, "t": 1e12]

  /// Digits with at most one point. `Double` itself would also take `inf`, `0x10` and `1e5`.
  private static func decimal(_ text: Substring) -> Double? {
    guard text.utf8.contains(where: { $0 != UInt8(ascii: ".") }),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") })
    else { return nil }
    return Double(text)
  }
}
