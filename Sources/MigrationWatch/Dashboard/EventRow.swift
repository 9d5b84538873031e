import MigrationModel

/// One line of the events view: a change, or the same change of several jobs of a source at one moment.
package struct EventRow: Hashable, Sendable {
  /// The newest first; never empty.
  package private(set) var events: [FleetEvent]
  private var jobs: Set<Job.ID>

  private init(_ event: FleetEvent) {
    events = [event]
    jobs = Set([event.job].compactMap(\.self))
  }

  private mutating func append(_ event: FleetEvent, of job: Job.ID) {
    events.append(event)
    jobs.insert(job)
  }

  package var first: FleetEvent { events[0] }

  /// The job's or source's name, or how many jobs it is about.
  package var name: String {
    events.count > 1 ? "\(events.count) jobs" : first.job == nil ? Wording.absent : first.name
  }

  /// What happened, with how often.
  package var text: String { (first.times > 1 ? "x\(first.times) " : "") + first.words }

  /// So far apart they are no longer one moment.
  private static let moment = Duration.seconds(2)

  /// - Parameter events: The newest first, by the time at which they happened.
  static func rows(of events: some Sequence<FleetEvent>) -> [EventRow] {
    var rows: [EventRow] = []
    for event in events {
      // What happens to several jobs at once is told one job after the other, with what else happened to each.
      let start = max(0, rows.count - longestReach)
      let same = rows.indices[start...].last { rows[$0].takes(event) }
      if let same, let job = event.job {
        rows[same].append(event, of: job)
      } else {
        rows.append(EventRow(event))
      }
    }
    return rows
  }

  private static let longestReach = 8

  private func takes(_ event: FleetEvent) -> Bool {
    guard let job = event.job, !jobs.contains(job), first.job != nil, event.source == first.source,
      event.kind == first.kind, event.change == first.change, event.state == first.state,
      first.happenedAt.uptime - event.happenedAt.uptime <= Self.moment
    else { return false }
    // Data of jobs that stopped together was read one after the other.
    return event.state == .stale || event.text == first.text
  }
}

/// How many changes there were in each five minutes of the last six hours.
package struct EventGraph: Hashable, Sendable {
  package static let cells = 72
  package static let cell = Duration.seconds(300)

  /// Oldest first; `nil` for a time of which changes were forgotten.
  package private(set) var values = [Double?](repeating: 0, count: cells)
  package var most: Int { Int(values.compactMap(\.self).max() ?? 0) }

  init() {}

  init(_ events: some Sequence<FleetEvent>, now: Moment, knownSince: Moment?) {
    // The last cell ends at a multiple of its width: between two of them the graph does not shift.
    let end = (now.uptime / Self.cell).rounded(.down) + 1
    func index(_ moment: Moment) -> Int {
      Self.cells - Int(end - (moment.uptime / Self.cell).rounded(.down))
    }
    for event in events {
      let cell = index(event.happenedAt)
      if values.indices.contains(cell) { values[cell] = (values[cell] ?? 0) + 1 }
    }
    guard let knownSince else { return }
    for cell in values.indices where cell < index(knownSince) { values[cell] = nil }
  }
}
