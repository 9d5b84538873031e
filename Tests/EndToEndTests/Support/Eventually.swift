/// Something did not come about in time.
struct Overdue: Error, CustomStringConvertible {
  let what: String
  let seen: String

  var description: String { "\(what) did not come about; last seen:\n\(seen)" }
}

/// Looks again and again until there is something to return.
///
/// The limit is for a slow machine: what comes about at all comes about long before it.
func eventually<Value>(
  _ what: String, seen: () async throws -> String = { "nothing" },
  _ look: () async throws -> Value?
) async throws -> Value {
  let deadline = ContinuousClock.now + .seconds(60)
  while ContinuousClock.now < deadline {
    if let value = try await look() { return value }
    try await Task.sleep(for: .milliseconds(20))
  }
  throw Overdue(what: what, seen: try await seen())
}
