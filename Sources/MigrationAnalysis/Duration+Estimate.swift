extension Duration {
  /// A time estimated by dividing by a pace. A pace near zero gives at most a thousand years: a
  /// `Duration` that overflows ends the program.
  static func estimate(seconds: Double) -> Duration { .seconds(min(seconds, 3.2e10)) }
}
