import struct FoundationEssentials.Date

/// How many jobs one list asks for: fewer after an answer that was too large to be taken in, as it
/// can be until 1.14 with the logs inside, and by and by more again.
struct ListLength {
  static let longest = 1_000
  private static let shortest = 10
  /// Seconds without growth after a list that was too large.
  private static let rest = 3_600.0

  private(set) var value = longest
  private var wasTooLargeAt: Date?

  mutating func wasTooLarge(at now: Date) {
    value = max(value / 4, Self.shortest)
    wasTooLargeAt = now
  }

  /// Doubles where twice as much would have come in well.
  mutating func wasRead(bytes: Int, of largest: Int, at now: Date) {
    let isRested = wasTooLargeAt.map { now.timeIntervalSince($0) >= Self.rest } ?? true
    guard isRested, bytes < largest / 3 else { return }
    value = min(value * 2, Self.longest)
  }
}
