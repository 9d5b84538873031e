package import MigrationModel

package import struct FoundationEssentials.Date

/// Looking back in time. The polling goes on underneath, and new readings leave the screen alone.
extension Dashboard {
  /// Whether readings change the screen.
  var isLive: Bool { held == nil && past == nil }

  /// The moment that is looked back at; `nil` while nobody looks back.
  package var pastMoment: Moment? { past?.moment }

  /// The time of the data on screen. That of a paused screen goes on, so that its ages do.
  package var shownNow: Moment { past?.moment ?? now }

  /// Shows everything as it was at a time by the clock on the wall; see ``lookBack(to:)-(Moment)``.
  package mutating func lookBack(to date: Date) {
    guard let moment = (past?.data ?? live).journal.moment(at: date) else {
      notice = reachWords
      return
    }
    lookBack(to: moment)
  }

  /// Shows everything as it was at a moment, or as near as memory reaches. Of the present there is only the
  /// live screen.
  package mutating func lookBack(to moment: Moment) {
    guard moment.uptime < now.uptime else { return goLive() }
    guard live.journal.reach != nil else {
      notice = reachWords
      return
    }
    var new = takePast()
    if moment.uptime > new.newest.uptime { new = Past(of: live, at: now) }
    let isKnown = new.go(to: moment)
    show(new)
    if !isKnown { notice = reachWords }
  }

  /// Shows what the sources tell now.
  package mutating func goLive() { show(nil) }

  /// How much is kept for looking back; the bytes are an estimate.
  package var memory: JournalLimits {
    JournalLimits(entries: live.journal.entries.count, bytes: live.journal.weight)
  }

  /// Goes so many seconds on, or back.
  mutating func travel(seconds: Double) {
    let moment = past?.moment ?? pausedAt ?? now
    lookBack(to: moment.advanced(by: .seconds(seconds)))
  }

  /// Goes to the reading before the one that is shown.
  mutating func stepBack() {
    let wasPast = past != nil
    var new = takePast()
    let isKnown = new.stepBack()
    if isKnown || wasPast { show(new) }
    if !isKnown { notice = reachWords }
  }

  /// Goes to the reading after the one that is shown, at the end to the present.
  mutating func stepForward() {
    guard !isLive else { return }
    var new = takePast()
    if new.stepForward() { return show(new) }
    // Readings that came while somebody looked back are in the live journal alone.
    let moment = new.moment
    new = Past(of: live, at: now)
    new.go(to: moment)
    show(new.stepForward() ? new : nil)
  }

  /// What is looked back at, or what is on screen to look back from.
  ///
  /// Taken out: held twice, the jobs would be copied by each step.
  private mutating func takePast() -> Past {
    defer { past = nil }
    if let past { return past }
    var new = Past(of: live, at: now)
    if let pausedAt { new.go(to: pausedAt) }
    return new
  }

  private mutating func show(_ past: Past?) {
    self.past = past
    held = nil
    pausedAt = nil
    mustArrange = true
  }

  /// How far memory reaches.
  var reachWords: String {
    guard let reach = (past?.data ?? live).journal.reach else { return "nothing is known yet" }
    return "nothing is known before \(Wording.clock(reach.date))"
  }
}
