/// A filter key whose values are words: `state:failed,warning`.
package enum FilterWord: String, CaseIterable, Hashable, Sendable {
  case state, service, source, phase, kind, name, verdict
}

/// A filter key that is compared with a number: `lag>10m`.
package enum FilterNumber: String, CaseIterable, Hashable, Sendable {
  /// In seconds.
  case lag
  /// In percent, 0 to 100.
  case progress
  /// In rows a second.
  case rate
  /// How old the data is, in seconds.
  case age
  /// In seconds from the reading on; of a range the caller gives the end that it shows.
  case eta
  /// How many there are; 0 is a number here, not an absence.
  case errors
}

/// A judgement that `is:` asks for: `is:stale`.
package enum FilterFlag: String, CaseIterable, Hashable, Sendable {
  case stale, stalled, marked
  /// Ready for the cut-over.
  case ready
  /// Acknowledged by the user.
  case acked
}
