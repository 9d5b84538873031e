import struct FoundationEssentials.Date

/// A moment taken apart in UTC, for the many forms in which the three services write a time.
struct CivilTime {
  let year: Int
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int
  let second: Int
  let microsecond: Int
  /// 0 is Sunday.
  let weekday: Int

  /// - Parameter offset: Seconds east of UTC of the clock that is to be read.
  init(_ date: Date, offset: Int = 0) {
    let microseconds = Int((date.timeIntervalSince1970 * 1_000_000).rounded()) + offset * 1_000_000
    let seconds = microseconds.flooredDivision(by: 1_000_000)
    let days = seconds.flooredDivision(by: 86_400)
    let clock = seconds - days * 86_400
    // Eras of 400 years that begin on 1 March, so that the leap day is the last of a year.
    let shifted = days + 719_468
    let era = shifted.flooredDivision(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    hour = clock / 3_600
    minute = clock / 60 % 60
    second = clock % 60
    microsecond = microseconds - seconds * 1_000_000
    weekday = (days + 4) - (days + 4).flooredDivision(by: 7) * 7
  }

  private var dayText: String { "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))" }
  private var clockText: String { "\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))" }

  /// `2026-05-04T09:42:00Z`
  var iso: String { "\(dayText)T\(clockText)Z" }
  /// `2026-05-04T09:42:00.394Z`
  var isoMilliseconds: String { "\(dayText)T\(clockText).\((microsecond / 1_000).padded(3))Z" }
  /// `2026-05-04T09:42:00.394112Z`
  var isoMicroseconds: String { "\(dayText)T\(clockText).\(microsecond.padded(6))Z" }
  /// `2026-05-04T09:42:00.394+00:00`, the second form of DTS.
  var isoWithOffset: String { "\(dayText)T\(clockText).\((microsecond / 1_000).padded(3))+00:00" }
  /// `2026-05-04 09:42:00`, which says nothing of its time zone.
  var spaced: String { "\(dayText) \(clockText)" }
  /// `Mon, 04 May 2026 09:42:00 GMT`
  var httpDate: String {
    let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let date = "\(day.padded(2)) \(months[month - 1]) \(year.padded(4))"
    return "\(weekdays[weekday]), \(date) \(clockText) GMT"
  }
}

extension CivilTime {
  /// Reads `2026-05-04T09:42:00Z` and, without separators, `20260504T094200Z`: the times of signed
  /// requests.
  static func parseSigned(_ text: String) -> Date? {
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }.map { Int($0 - 0x30) }
    let shape = text.filter { !$0.isWholeNumber }
    guard digits.count == 14, shape == "--T::Z" || shape == "TZ" else { return nil }
    let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
    let (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
    let (hour, minute, second) = (number(8..<10), number(10..<12), number(12..<14))
    guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second <= 60
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    return Date(
      timeIntervalSince1970: Double(days * 86_400 + hour * 3_600 + minute * 60 + second))
  }
}

extension Int {
  fileprivate func flooredDivision(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}

extension BinaryInteger {
  /// With zeroes in front up to the width.
  func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
