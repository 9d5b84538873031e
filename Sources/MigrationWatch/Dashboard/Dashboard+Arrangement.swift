import MigrationModel

extension Dashboard {
  /// Sorts and filters, if anything changed since the last time. Call it before reading ``order``.
  ///
  /// This is the one thing that grows with the number of jobs: after readings it need not follow at once, and
  /// keys act on the order that is on screen.
  package mutating func arrange() {
    guard !isArranged || mustArrange else { return }
    isArranged = true
    mustArrange = false
    var tally = FleetTally(
      sort: sort, grouping: groups.grouping, sources: shown.sources, now: shownNow)
    for record in shown.fleet.records.values {
      tally.add(record, isShown: filter?.matches(subject(record)) ?? true)
    }
    counts = tally.counts
    hidden = tally.hidden
    jobCounts = tally.jobCounts
    namesakes = tally.namesakes
    attention = FleetAttention(tally.troubles, shown.sources)
    let before = order
    let index = selected.flatMap { positions[$0] }
    let sorted = tally.sorted()
    order = sorted.jobs
    groups.arrange(sorted.groups, jobCount: order.count)
    positions = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    keepSelection(before, at: index)
    arrangeView()
    keepPlacesInside()
  }

  /// The jobs in the rows on screen.
  var visibleJobs: Set<Job.ID> {
    let rows = fleetTop..<max(fleetTop, min(groups.rowCount, fleetTop + rows))
    return Set(rows.map { order[groups.job(at: $0, upwards: false)] })
  }
}
