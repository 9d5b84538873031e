import MigrationAnalysis
import MigrationModel

/// What stays selected while somebody looks back, and what may be looked at.
extension Dashboard {
  /// The samples of a job up to the time of the data on screen.
  func history(of id: Job.ID) -> History {
    let history = shown.record(id)?.track.history ?? History()
    return past.map { history.until($0.moment) } ?? history
  }

  /// The pollers know nothing of a job that is gone.
  func withoutGone(_ interest: Interest) -> Interest {
    var known = interest
    known.visible = interest.visible.filter { live.record($0) != nil }
    known.selected = live.record(interest.selected)?.job.id
    return known
  }

  /// Opens what an event is about as it was then: its job, or the source.
  mutating func open(momentOf event: FleetEvent) {
    let reach = (past?.data ?? live).journal.reach
    if let reach, event.at.uptime >= reach.uptime {
      lookBack(to: event.at)
    } else {
      notice = "\(reachWords): not as it was then"
    }
    guard let job = event.job else { return openSource(event.source) }
    // The event may tell that the job is gone: it is there a moment before.
    if past != nil, shown.record(job) == nil { stepBack() }
    guard shown.record(job) != nil else {
      notice = "\(event.name) is not known any more"
      return
    }
    open(.job(job))
  }

  private mutating func openSource(_ name: String) {
    let sources = shown.sources
    guard let row = sources.firstIndex(where: { $0.source.name == name }) else { return }
    open(.sources)
    places[places.count - 1].move(to: row, of: sources.count, rows: rows)
  }

  /// The event that the view of events has selected, shown or below another view.
  var selectedEvent: FleetEvent? {
    guard let place = places.last(where: { $0.view == .events }) else { return nil }
    let events = DashboardViewModel(self).events()
    return events.indices.contains(place.cursor) ? events[place.cursor] : nil
  }

  /// Selects the event again where it stands now: others came or went above it.
  mutating func select(_ event: FleetEvent) {
    guard let place = places.lastIndex(where: { $0.view == .events }) else { return }
    let events = DashboardViewModel(self).events()
    let row = events.firstIndex(of: event) ?? events.firstIndex { $0.isRepeat(of: event) } ?? 0
    places[place].move(to: row, of: events.count, rows: rows)
  }
}
