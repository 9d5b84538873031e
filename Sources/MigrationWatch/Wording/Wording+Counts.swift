package import MigrationModel

extension Wording {
  /// A count or a rate, shortened: `0.4`, `310`, `1.2k`, `24k`, `1.25M`, `1.004G`.
  ///
  /// Rounded down, so that nothing is said to be reached before it is. The greater the unit the
  /// more digits: a counter in the billions should still be seen to move.
  package static func count(_ count: Double) -> String {
    guard figures.contains(count) else { return absent }
    if count < 10, count != count.rounded() { return decimal(max(count, 0.1), places: 1) }
    let (scaled, unit) = scaled(count)
    let places = unit - (scaled >= 100 ? 2 : scaled >= 10 ? 1 : 0)
    return decimal(scaled, places: min(max(places, 0), 3)) + units[unit]
  }

  package static func count(_ count: Int64) -> String { self.count(Double(count)) }

  /// All digits: `97,363`.
  package static func grouped(_ count: Int64) -> String {
    guard count >= 0 else { return absent }
    let digits = Array(String(count))
    return digits.indices.reduce(into: "") { words, index in
      if index > 0, (digits.count - index).isMultiple(of: 3) { words.append(",") }
      words.append(digits[index])
    }
  }

  /// In decimal units: `310 B`, `20.8 MB`.
  package static func bytes(_ bytes: Double) -> String {
    guard figures.contains(bytes) else { return absent }
    let (scaled, unit) = scaled(bytes)
    return decimal(scaled, places: unit == 0 || scaled >= 100 ? 0 : 1) + " " + byteUnits[unit]
  }

  /// `2.3 MB/s`.
  package static func byteRate(_ bytesPerSecond: Double) -> String {
    let words = bytes(bytesPerSecond)
    return words == absent ? absent : words + "/s"
  }

  /// Progress in four columns: ` 61%`, `~82%` of an estimate, `>99%` past it, `100%` only at the
  /// end.
  package static func percent(_ fraction: Double?, _ quality: Progress.Quality) -> String {
    guard let fraction, fraction.isFinite, fraction >= 0 else { return "   " + absent }
    guard quality != .exceeded else { return ">99%" }
    guard fraction < 1 else { return "100%" }
    let isRough = quality != .exact
    // 0.29 * 100 is a little less than 29.
    let words = (isRough ? "~" : "") + "\(Int((fraction * 100 + 1e-9).rounded(.down)))%"
    return String(repeating: " ", count: max(0, 4 - words.count)) + words
  }

  /// In thousands of thousands: below 1000, up to the greatest unit.
  private static func scaled(_ number: Double) -> (number: Double, unit: Int) {
    var (scaled, unit) = (number, 0)
    while scaled >= 1000, unit < units.count - 1 {
      scaled /= 1000
      unit += 1
    }
    return (scaled, unit)
  }

  /// What can be counted and has a unit; NaN is not in it.
  private static let figures = 0..<1e21
  private static let units = ["", "k", "M", "G", "T", "P", "E"]
  private static let byteUnits = ["B", "kB", "MB", "GB", "TB", "PB", "EB"]

  private static func decimal(_ number: Double, places: Int) -> String {
    let factor: Int64 = [1, 10, 100, 1000][places]
    // A quotient such as 1.2 is stored as a little less.
    let shifted = Int64((number * Double(factor) + 1e-6).rounded(.down))
    guard places > 0 else { return String(shifted) }
    let fraction = String(shifted % factor)
    let zeros = String(repeating: "0", count: places - fraction.count)
    return "\(shifted / factor).\(zeros)\(fraction)"
  }
}
