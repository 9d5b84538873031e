package import MigrationModel

/// The last events of the fleet, in the order in which they were seen, newest last.
package struct EventLog: Hashable, Sendable {
  package private(set) var events: [FleetEvent] = []
  private var count = 0
  private static let kept = 2_000

  /// What it takes to take an event back.
  struct Change: Sendable {
    /// As it was given.
    let event: FleetEvent
    /// Those before that it stands for too, in the order in which they were taken out, each with its distance from
    /// the end then; empty for a new one.
    var replaced: [(event: FleetEvent, distance: Int)] = []
    /// The oldest event, where the new one took its place.
    var dropped: FleetEvent?
  }

  @discardableResult
  mutating func append(_ event: FleetEvent) -> Change {
    var change = Change(event: event)
    var event = event
    count += 1
    event.id = count
    for index in indices(joining: event) {
      event = event.joined(to: events[index])
      change.replaced.append((events[index], events.count - index))
      events.remove(at: index)
    }
    events.append(event)
    if events.count > Self.kept { change.dropped = events.removeFirst() }
    return change
  }

  /// Takes the newest event back.
  mutating func undo(_ change: Change) {
    count -= 1
    events.removeLast()
    // Only the event that was appended could push one out.
    for (event, distance) in change.replaced.reversed() {
      events.insert(event, at: events.count + 1 - distance)
    }
    if let dropped = change.dropped { events.insert(dropped, at: 0) }
  }

  /// Whether older ones were forgotten.
  package var isCut: Bool { (events.first?.id ?? 0) > 1 && events.count >= Self.kept }

  /// Those of one job, by the time at which they happened.
  package func of(_ job: Job.ID) -> [FleetEvent] {
    Self.newestFirst(events.reversed().filter { $0.job == job })
  }

  /// By the time at which they happened.
  package var newestFirst: [FleetEvent] { Self.newestFirst(events.reversed()) }

  /// A service tells of some changes late: they stand where they belong. The others keep their order.
  private static func newestFirst(_ events: [FleetEvent]) -> [FleetEvent] {
    events.enumerated().sorted { one, other in
      let (time, otherTime) = (one.element.happenedAt.uptime, other.element.happenedAt.uptime)
      return time == otherTime ? one.offset < other.offset : time > otherTime
    }.map(\.element)
  }
}

// MARK: - What is one line

extension EventLog {
  /// How far back a line is looked for that a new event belongs to.
  private static let reach = 50
  /// What turns back later is news, and no flapping.
  private static let longestTurn = Duration.seconds(300)

  /// The newest first; empty for an event that has a line of its own.
  private func indices(joining event: FleetEvent) -> [Int] {
    let start = max(0, events.count - Self.reach)
    guard
      let last = events[start...].lastIndex(where: {
        $0.source == event.source && $0.job == event.job && $0.kind == event.kind
      })
    else { return [] }
    if event.isRepeat(of: events[last]) { return [last] }
    return flapping(event, start: start)
  }

  /// A change that comes a second time after it was taken back, and whatever follows it to and fro.
  private func flapping(_ event: FleetEvent, start: Int) -> [Int] {
    guard let turn = event.turn else { return [] }
    let same = events.indices[start...].reversed().lazy.filter {
      self.events[$0].isTurn(like: event)
    }.prefix(2)
    guard let last = same.first, events[last].turn == turn.reversed,
      event.at.uptime - events[last].at.uptime <= Self.longestTurn
    else { return [] }
    if events[last].isFlapping { return isOneTrouble([event, events[last]]) ? [last] : [] }
    guard let before = same.dropFirst().first, events[before].turn == turn,
      event.at.uptime - events[before].at.uptime <= Self.longestTurn,
      isOneTrouble([event, events[last], events[before]])
    else { return [] }
    return [last, before]
  }

  /// No error is hidden behind another one.
  private func isOneTrouble(_ events: [FleetEvent]) -> Bool {
    Set(events.compactMap(\.error)).count <= 1
  }
}

extension FleetEvent {
  fileprivate func isTurn(like other: FleetEvent) -> Bool {
    source == other.source && job == other.job && kind == other.kind
      && turn?.subject == other.turn?.subject && turn != nil
  }

  /// The line of both: of an earlier one of a kind, or of the way to and fro, by the graver of its ends.
  fileprivate func joined(to earlier: FleetEvent) -> FleetEvent {
    var line = state <= earlier.state || isRepeat(of: earlier) ? self : earlier
    // Of three that become one the second is the way back of the first.
    line.isFlapping = isFlapping || earlier.isFlapping || !isRepeat(of: earlier)
    line.id = earlier.id
    line.at = at
    line.happenedAt = happenedAt
    line.time = time
    line.turn = turn
    line.times = times + earlier.times
    line.hits = hits + earlier.hits
    line.error = line.error ?? error ?? earlier.error
    line.firstTime = earlier.firstTime
    return line
  }
}
