import MigrationModel

/// Starts of the copy from zero that this history saw.
package struct Attempts: Hashable, Sendable {
  /// What the last new start threw away.
  package struct Loss: Hashable, Sendable {
    /// `nil` where no rows are told.
    package let rows: Int64?
    /// How far the copy was, as a part of its total; `nil` if that was not known.
    package let fraction: Double?
  }

  /// The first included.
  package private(set) var count = 1
  /// `nil` until a copy began again.
  package private(set) var loss: Loss?
  private var rows: Int64?
  private var fraction: Double?

  /// Beyond the end of a phase too: a copy may begin again after its job was pending or replicated.
  mutating func learn(from job: Job) {
    guard job.phase == .full else { return }
    let new = job.progress
    if hasBegunAgain(new) {
      count += 1
      loss = Loss(rows: rows.map { $0 - (new.rows.done ?? 0) }, fraction: fraction)
      (rows, fraction) = (nil, nil)
    }
    rows = [rows, new.rows.done].compactMap(\.self).max()
    fraction = [fraction, new.fraction.map { min($0, 1) }].compactMap(\.self).max()
  }

  /// A counter that is corrected a little has not begun again, nor a percentage whose total grew.
  private func hasBegunAgain(_ new: Progress) -> Bool {
    if let rows {
      return new.rows.done.map { Double($0) < Double(rows) * 0.9 } ?? false
    }
    guard let fraction, let now = new.fraction, new.quality != .growing else { return false }
    return now < fraction / 2 && fraction - now >= 0.02
  }
}
