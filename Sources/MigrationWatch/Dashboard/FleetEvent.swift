package import MigrationModel

/// One change worth telling, of a job or of a source.
package struct FleetEvent: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case state, phase, step, failure, lag, verification, cutover, attempt, job, acknowledgement,
      source
  }

  /// The job as the change found it and left it; `nil` for an event of the source itself.
  package struct Surroundings: Hashable, Sendable {
    package let before: ShownState
    package let after: ShownState
    /// The service's word before and after.
    package let statuses: [String]
    package let phase: Phase
    package let fraction: Double?
  }

  /// Its number in the log; a repeat keeps the number of the first.
  package fileprivate(set) var id = 0
  package let at: Moment
  package let source: String
  /// `nil` for an event of the source itself.
  package let job: Job.ID?
  package let name: String
  package let kind: Kind
  /// How grave it is: not always as grave as the state of the job.
  package let state: ShownState
  package let text: String
  package var surroundings: Surroundings?
  /// The steps on the way to where it happened; empty for the job as a whole.
  package var path: [String] = []
  /// The error that it tells of; `nil` for any other change.
  package internal(set) var error: JobError.ID?
  /// How often ``error`` was met with it. Of what tells of one failure, such as a step and its part, only the first
  /// counts.
  package internal(set) var hits = 0
  /// How often the same was seen in a row.
  package var times = 1
  /// When it was seen first, if more than once.
  package fileprivate(set) var firstAt: Moment

  init(
    at moment: Moment, source: String, job: Job.ID?, name: String, kind: Kind, state: ShownState,
    text: String
  ) {
    at = moment
    self.source = source
    self.job = job
    self.name = name
    self.kind = kind
    self.state = state
    self.text = text
    firstAt = moment
  }

  func isRepeat(of other: FleetEvent) -> Bool {
    job == other.job && source == other.source && kind == other.kind && change == other.change
      && text == other.text
  }

  /// Whether it is about an error with that text, and ends with it.
  package func tells(_ message: String) -> Bool {
    error?.message == message && text.hasSuffix(message)
  }
}

/// The last events of the fleet, newest last.
package struct EventLog: Hashable, Sendable {
  package private(set) var events: [FleetEvent] = []
  private var count = 0
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
    var event = event
    count += 1
    event.id = count
    if let index = events.suffix(50).lastIndex(where: {
      $0.source == event.source && $0.job == event.job && $0.kind == event.kind
    }),
      event.isRepeat(of: events[index])
    {
      event.id = events[index].id
      event.times = events[index].times + 1
      event.hits += events[index].hits
      event.firstAt = events[index].firstAt
      change.repeated = (events[index], events.count - index)
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
    if let (event, distance) = change.repeated {
      events.insert(event, at: events.count + 1 - distance)
    }
    if let dropped = change.dropped { events.insert(dropped, at: 0) }
  }

  /// Whether older ones were forgotten.
  package var isCut: Bool { (events.first?.id ?? 0) > 1 && events.count >= Self.kept }

  /// Newest first.
  package func of(_ job: Job.ID) -> [FleetEvent] { events.reversed().filter { $0.job == job } }
}
