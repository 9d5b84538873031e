package import MigrationModel

/// One change worth telling, of a job or of a source.
package struct FleetEvent: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case state, phase, step, failure, lag, verification, cutover, attempt, job, source
  }

  package let at: Moment
  package let source: String
  /// `nil` for an event of the source itself.
  package let job: Job.ID?
  package let name: String
  package let kind: Kind
  /// How the job or source stands after it.
  package let state: ShownState
  package let text: String
  /// How often the same was seen in a row.
  package var times = 1

  func isRepeat(of other: FleetEvent) -> Bool {
    job == other.job && source == other.source && kind == other.kind && text == other.text
  }
}

/// The last events of the fleet, newest last.
package struct EventLog: Hashable, Sendable {
  package private(set) var events: [FleetEvent] = []
  private static let kept = 2_000

  /// What it takes to take an event back.
  struct Change: Sendable {
    /// As it was given.
    let event: FleetEvent
    /// The same one before, which it replaced, with its distance from the end; `nil` for a new one.
    var repeated: (event: FleetEvent, distance: Int)?
    /// The oldest event, where the new one took its place.
    var dropped: FleetEvent?
  }

  @discardableResult
  mutating func append(_ event: FleetEvent) -> Change {
    var change = Change(event: event)
    if let index = events.suffix(50).lastIndex(where: {
      $0.source == event.source && $0.job == event.job && $0.kind == event.kind
    }),
      event.isRepeat(of: events[index])
    {
      var again = event
      again.times = events[index].times + 1
      change.repeated = (events[index], events.count - index)
      events.remove(at: index)
      events.append(again)
    } else {
      events.append(event)
    }
    if events.count > Self.kept { change.dropped = events.removeFirst() }
    return change
  }

  /// Takes the newest event back.
  mutating func undo(_ change: Change) {
    events.removeLast()
    if let (event, distance) = change.repeated {
      events.insert(event, at: events.count + 1 - distance)
    }
    if let dropped = change.dropped { events.insert(dropped, at: 0) }
  }

  /// Newest first.
  package func of(_ job: Job.ID) -> [FleetEvent] { events.reversed().filter { $0.job == job } }
}
