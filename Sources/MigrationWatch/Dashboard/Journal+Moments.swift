import MigrationModel

import struct FoundationEssentials.Date

/// A moment: neighbouring entries of one second on the clock on the wall. The data is never shown between them.
extension Journal {
  /// The oldest time of which the data is known; `nil` before anything was read.
  var reach: Moment? { forgottenAt ?? entries.first?.at }

  /// How many entries belong to the data at a time.
  func position(at moment: Moment) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].at.uptime <= moment.uptime { low = middle + 1 } else { high = middle }
    }
    while low < entries.count, entries[low].at.isSameSecond(as: moment) { low += 1 }
    return low
  }

  /// The time that a clock on the wall showed so; `nil` before anything was read.
  ///
  /// That clock may be set back. What it shows twice is taken for the newer time.
  func moment(at date: Date) -> Moment? {
    let entry = entries.last { $0.at.date <= date || $0.at.date.isSameSecond(as: date) }
    guard let known = entry?.at ?? reach else { return nil }
    return known.advanced(by: .seconds(date.timeIntervalSince(known.date)))
  }

  func start(ofMomentAt index: Int) -> Int {
    var start = index
    while start > 0, entries[start - 1].at.isSameSecond(as: entries[index].at) { start -= 1 }
    return start
  }

  /// Where the next moment begins.
  func end(ofMomentAt index: Int) -> Int {
    var end = index + 1
    while end < entries.count, entries[end].at.isSameSecond(as: entries[index].at) { end += 1 }
    return end
  }
}

extension Moment {
  fileprivate func isSameSecond(as other: Moment) -> Bool { date.isSameSecond(as: other.date) }
}

extension Date {
  /// As ``Wording/clock(_:)`` shows it.
  fileprivate func isSameSecond(as other: Date) -> Bool {
    timeIntervalSince1970.rounded(.down) == other.timeIntervalSince1970.rounded(.down)
  }
}
