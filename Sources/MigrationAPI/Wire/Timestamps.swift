import struct FoundationEssentials.Date

/// The forms in which the three services write a time.
enum Timestamp {
  /// Reads `2026-05-04T09:42:00Z` with any number of fraction digits and any offset, or `2020-12-21 10:57:49`.
  ///
  /// - Parameters:
  ///   - text: What the service sent.
  ///   - localOffset: Seconds east of UTC for a text without an offset of its own.
  /// - Returns: `nil` for anything else, and for what is not a date.
  static func parse(_ text: String, localOffset: Int = 0) -> Date? {
    var scanner = Scanner(rest: text.trimmed[...].utf8)
    guard let year = scanner.number(digits: 4), scanner.skip("-"),
      let month = scanner.number(digits: 2), scanner.skip("-"),
      let day = scanner.number(digits: 2), scanner.skip("T") || scanner.skip(" "),
      let hour = scanner.number(digits: 2), scanner.skip(":"),
      let minute = scanner.number(digits: 2), scanner.skip(":"),
      let second = scanner.number(digits: 2),
      (1...12).contains(month), (1...length(ofMonth: month, in: year)).contains(day),
      hour < 24, minute < 60, second <= 60
    else { return nil }
    let fraction = scanner.fraction()
    guard let offset = scanner.offset(else: localOffset), scanner.rest.isEmpty else { return nil }
    let days = daysSince1970(year: year, month: month, day: day)
    let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset
    return Date(timeIntervalSince1970: Double(seconds) + fraction)
  }

  /// Reads milliseconds since 1970. `nil` for 0 and below, which mean "none" to DRS.
  static func milliseconds(_ value: Int64?) -> Date? {
    guard let value, value > 0 else { return nil }
    return Date(timeIntervalSince1970: Double(value) / 1_000)
  }

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    return daysSince1970(year: next.0, month: next.1, day: 1)
      - daysSince1970(year: year, month: month, day: 1)
  }

  /// Days from 1970-01-01 in the Gregorian calendar.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

private struct Scanner {
  var rest: Substring.UTF8View

  mutating func skip(_ character: Character) -> Bool {
    guard rest.first == character.asciiValue else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number(digits: Int) -> Int? {
    let text = rest.prefix(digits)
    guard text.count == digits, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    rest = rest.dropFirst(digits)
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// `.123456` as a part of a second; 0 if there is none.
  mutating func fraction() -> Double {
    guard skip(".") else { return 0 }
    var value = 0.0
    var scale = 0.1
    while let digit = rest.first, (0x30...0x39).contains(digit) {
      value += Double(digit - 0x30) * scale
      scale /= 10
      rest.removeFirst()
    }
    return value
  }

  /// Seconds east of UTC: `Z`, `+08:00`, `+0800`, or the default at the end of the text.
  mutating func offset(else localOffset: Int) -> Int? {
    if rest.isEmpty { return localOffset }
    if skip("Z") || skip("z") { return 0 }
    let sign = skip("+") ? 1 : skip("-") ? -1 : 0
    guard sign != 0, let hours = number(digits: 2) else { return nil }
    _ = skip(":")
    guard let minutes = number(digits: 2) else { return nil }
    return sign * (hours * 3_600 + minutes * 60)
  }
}
