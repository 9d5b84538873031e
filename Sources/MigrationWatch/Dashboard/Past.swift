import MigrationModel

/// The data as it was at a moment, made from the live data by undoing what its journal holds.
///
/// A step costs what changed in between. The first one also copies the dictionary of the jobs once; samples and
/// texts stay shared with the live data.
struct Past: Sendable {
  private(set) var data: FleetData
  private(set) var moment: Moment
  /// How many entries of the journal belong to the data.
  private var position: Int

  /// The live data as of now. Readings that come later are not in it.
  init(of live: FleetData, at now: Moment) {
    data = live
    data.settle()
    moment = now
    position = live.journal.entries.count
  }

  /// When the last reading came that can be stepped to.
  var newest: Moment { data.journal.entries.last?.at ?? moment }

  /// Undoes the moment that is shown.
  ///
  /// - Returns: Whether the one before is known.
  mutating func stepBack() -> Bool {
    guard position > 0 else { return false }
    let start = data.journal.start(ofMomentAt: position - 1)
    let before = start > 0 ? data.journal.entries[start - 1].at : data.journal.forgottenAt
    guard let before else { return false }
    show(start, at: before)
    return true
  }

  /// - Returns: Whether there is a newer moment.
  mutating func stepForward() -> Bool {
    guard position < data.journal.entries.count else { return false }
    let end = data.journal.end(ofMomentAt: position)
    show(end, at: data.journal.entries[end - 1].at)
    return true
  }

  /// Goes to a time, or as near as memory reaches.
  ///
  /// - Returns: Whether it reaches so far.
  @discardableResult
  mutating func go(to moment: Moment) -> Bool {
    guard let reach = data.journal.reach else { return false }
    let isKnown = moment.uptime >= reach.uptime
    let target = isKnown ? moment : reach
    show(data.journal.position(at: target), at: target)
    return isKnown
  }

  private mutating func show(_ target: Int, at moment: Moment) {
    while position > target {
      position -= 1
      data.undo(position)
    }
    while position < target {
      data.redo(position)
      position += 1
    }
    self.moment = moment
  }

  mutating func mark(_ id: Job.ID, _ isMarked: Bool) { data.fleet.mark(id, isMarked) }

  mutating func acknowledge(_ id: Job.ID, _ isAcknowledged: Bool) {
    data.fleet.acknowledge(id, isAcknowledged)
  }
}
