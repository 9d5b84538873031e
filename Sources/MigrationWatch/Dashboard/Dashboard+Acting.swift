import MigrationModel

/// What goes around everything that a user does.
extension Dashboard {
  /// Does it on what stands under the cursor now, keeps the cursor there, and works out what the view then shows.
  mutating func act(
    _ body: (inout Dashboard) -> [DashboardEffect]
  ) -> [DashboardEffect] {
    let before = (view: place.view, filter: eventFilter, depth: places.count)
    holdAnchor()
    let effects = body(&self)
    // A view that has come back, or is new, has its own cursor.
    if places.count == before.depth, place.view.kind == before.view.kind { dropAnchor() }
    if mustArrange {
      arrange()
    } else if place.view != before.view || eventFilter != before.filter {
      arrangeView()
    }
    return effects + attend()
  }

  /// The job that the view is about, or the one under its cursor; `nil` in a view without jobs.
  var subjectJob: Job.ID? {
    if place.view == .fleet { return selected }
    guard place.view == .events else { return place.view.job }
    return eventRows.indices.contains(place.cursor) ? eventRows[place.cursor].first.job : nil
  }
}
