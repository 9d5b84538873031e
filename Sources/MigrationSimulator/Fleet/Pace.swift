/// How fast a story goes, and how much of it is over at the start.
struct Pace: Sendable {
  /// Of the full phase.
  var fullSeconds = 300.0
  var offset = 0.0
}
