package import MigrationModel

package import struct FoundationEssentials.Date

extension Wording {
  /// `14:23:07Z`.
  package static func clock(_ date: Date) -> String {
    moment(date).map { $0.time + "Z" } ?? absent
  }

  /// For columns whose heading says UTC: `14:23:07`.
  package static func timeOfDay(_ date: Date) -> String { moment(date)?.time ?? absent }

  /// `2026-11-21 13:20:44Z`.
  package static func dateTime(_ date: Date) -> String {
    moment(date).map { "\($0.day) \($0.time)Z" } ?? absent
  }

  /// `2026-11-22T08:00:00Z`, with milliseconds if there are any; `nil` where RFC 3339 has no form.
  package static func rfc3339(_ date: Date) -> String? {
    guard let (day, time, milliseconds) = moment(date) else { return nil }
    guard milliseconds > 0 else { return "\(day)T\(time)Z" }
    return "\(day)T\(time).\(milliseconds < 100 ? "0" : "")\(twoDigits(milliseconds))Z"
  }

  /// An age cut to the steps in which ``age(_:)`` shows it: what depends on it changes together with it.
  package static func shownAge(_ age: Duration) -> Duration {
    let seconds = max(age, .zero).components.seconds
    return .seconds(seconds < 60 ? seconds / 10 * 10 : seconds / 60 * 60)
  }

  /// A difference of clocks in whole seconds: readings change it by tenths all the time.
  package static func wholeClockOffset(_ offset: Duration) -> String {
    let seconds = (offset / .seconds(1)).rounded()
    return (seconds < 0 ? "-" : "+") + elapsed(.seconds(abs(seconds)))
  }

  /// The last time before `now` that a clock in UTC showed `14:02` or `14:02:11`; `nil` for anything else.
  static func date(timeOfDay text: String, before now: Date) -> Date? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.count == 2 ? Int($0) : nil }
    guard (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] < 24,
      numbers.dropFirst().allSatisfy({ (0..<60).contains($0) }), numbers[0] >= 0
    else { return nil }
    let seconds = numbers.reduce(0) { $0 * 60 + $1 } * (parts.count == 2 ? 60 : 1)
    let midnight = (now.timeIntervalSince1970 / 86_400).rounded(.down) * 86_400
    let today = Date(timeIntervalSince1970: midnight + Double(seconds))
    return today <= now ? today : today.addingTimeInterval(-86_400)
  }

  /// The parts of a date in UTC, in the Gregorian calendar; `nil` outside the years 1 to 9999.
  private static func moment(_ date: Date) -> (day: String, time: String, milliseconds: Int64)? {
    let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
    guard milliseconds >= -62_135_596_800_000, milliseconds < 253_402_300_800_000 else {
      return nil
    }
    // Counted from a day in year 0 on, so that nothing is negative and no division rounds up.
    let sinceYearZero = Int64(milliseconds) + 62_162_035_200_000
    let (second, rest) = sinceYearZero.quotientAndRemainder(dividingBy: 1000)
    let time = [second / 3600 % 24, second / 60 % 60, second % 60].map(twoDigits)
    return (day(second / 86400), time.joined(separator: ":"), rest)
  }

  /// The date of a day counted from 0000-03-01: with a leap day at its end, every year is alike.
  private static func day(_ days: Int64) -> String {
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let zeros = String(repeating: "0", count: 4 - String(year).count)
    return "\(zeros)\(year)-\(twoDigits(month))-\(twoDigits(dayOfMonth))"
  }
}
