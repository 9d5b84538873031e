import struct FoundationEssentials.Date

/// One trouble that was asked for.
struct Fault: Sendable {
  let kind: FaultKind
  /// How many calls it still meets; without it, all until it is cleared.
  var count: Int?
  /// A part of the path or the action; without it, every call is met.
  let match: String?
  /// What it means depends on the kind: a delay, a retry time, a skew, an age.
  let milliseconds: Int?
  /// When it was asked for, or the time that a scenario gives it.
  let begins: Date

  /// The milliseconds in seconds.
  var seconds: Double? { milliseconds.map { Double($0) / 1_000 } }

  func meets(_ call: ReceivedCall, action: String?) -> Bool {
    guard let match else { return true }
    return call.path.contains(match) || action?.contains(match) == true
  }

  var document: Document {
    [
      "kind": .text(kind.rawValue),
      "count": count.map { Document.number($0) } ?? .null,
      "match": .orNull(match),
      "milliseconds": milliseconds.map { Document.number($0) } ?? .null,
    ]
  }
}

/// What `POST /_simulator/faults` takes.
struct FaultRequest: Decodable {
  let kind: String
  let count: Int?
  let match: String?
  let milliseconds: Int?
}
