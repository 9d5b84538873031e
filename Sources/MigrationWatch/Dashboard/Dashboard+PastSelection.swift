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
}
