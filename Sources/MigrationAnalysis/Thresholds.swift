/// What the configuration calls `[thresholds]`, with its defaults.
package struct Thresholds: Hashable, Sendable {
  package var lagWarning: Duration = .seconds(60)
  package var lagCritical: Duration = .seconds(600)
  /// A cut-over needs a lag of at most this.
  package var cutoverLag: Duration = .seconds(5)
  /// A cut-over needs all its checks to hold this long.
  package var cutoverHold: Duration = .seconds(300)
  /// What a lag verdict looks back over.
  package var trendWindow: Duration = .seconds(300)
  /// Nothing is called stalled before it stood still this long.
  package var stallFloor: Duration = .seconds(60)

  package init() {}
}
