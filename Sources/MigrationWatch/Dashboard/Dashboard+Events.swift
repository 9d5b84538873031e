import MigrationModel

extension Dashboard {
  /// Works out what only the open view needs, and what must not be worked out for each frame.
  mutating func arrangeView() {
    eventRows = []
    errorKin = nil
    if place.view.kind != .json { openJSON = nil }
    sightings = place.view.job.map { ErrorSightings(of: $0, in: shown.log) }
    switch place.view {
    case .events:
      let log = shown.log
      let events = events
      eventRows = EventRow.rows(of: events)
      eventGraph = EventGraph(
        events, now: shownNow, knownSince: log.isCut ? log.events.first?.at : nil)
    case .error(let id, let index):
      let errors = errors(of: id)
      guard errors.indices.contains(index) else { return }
      errorKin = ErrorKin(of: errors[index], in: id, among: shown.fleet.records.values)
    case .json(let id): arrangeJSON(of: id)
    case .fleet, .job, .steps, .errors, .sources: break
    }
  }
}
