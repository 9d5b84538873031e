package import struct FoundationEssentials.Date

/// How far a service's clock is from ours: the median of what the `Date` headers of its last answers say.
package struct ServiceClock: Hashable, Sendable {
  private var offsets: [Double] = []
  private static let kept = 9

  package init() {}

  /// Their clock minus ours; `nil` before the first answer with a `Date`.
  package var offset: Duration? {
    guard !offsets.isEmpty else { return nil }
    return .seconds(offsets.sorted()[offsets.count / 2])
  }

  /// Learns from an answer that arrived at `now` after `took`.
  ///
  /// The header has whole seconds, so half of one is added; the answer is half a round trip old.
  package mutating func learn(from reply: HTTPReply, now: Date) {
    guard let theirs = reply.header("date").flatMap(HTTPDate.parse) else { return }
    let sent = now.timeIntervalSince1970 - (reply.took / .seconds(1)) / 2
    offsets.append(theirs.timeIntervalSince1970 + 0.5 - sent)
    if offsets.count > Self.kept { offsets.removeFirst() }
  }

  /// The service's time: ours until its clock is known.
  package func time(at now: Date) -> Date {
    guard let offset else { return now }
    return now.addingTimeInterval(offset / .seconds(1))
  }
}

/// `Sun, 06 Nov 1994 08:49:37 GMT` of RFC 9110.
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func parse(_ text: String) -> Date? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, let month = months.firstIndex(of: String(parts[2])) else { return nil }
    let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
    return Timestamp.parse("\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z")
  }
}
