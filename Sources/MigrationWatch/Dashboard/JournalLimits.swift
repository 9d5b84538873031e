/// How much of the past is kept for looking back.
package struct JournalLimits: Hashable, Sendable {
  package var entries: Int
  /// An estimate of what the entries hold: the program may need a little more or less.
  package var bytes: Int

  package init(entries: Int = 60_000, bytes: Int = 32 << 20) {
    self.entries = entries
    self.bytes = bytes
  }
}
