import MigrationModel

/// A job that the filter hides, or that the past did not know yet, stays the user's choice until another one is chosen.
struct StandIn: Hashable, Sendable {
  let wanted: Job.ID
  /// What is selected in its place; `nil` if there is no row at all.
  let shown: Job.ID?
}

extension Dashboard {
  /// The row of the selected job, or of the heading that it is folded under; 0 if there is none.
  package var selectedRow: Int {
    selected.flatMap { positions[$0] }.map { groups.row(ofJob: $0) } ?? 0
  }

  /// - Parameter upwards: Which way a heading, which is no job, is skipped.
  mutating func select(row: Int, upwards: Bool = false) {
    guard !order.isEmpty else { return }
    let row = min(max(0, row), groups.rowCount - 1)
    selected = order[groups.job(at: row, upwards: upwards)]
    hasChosen = true
    keepPlacesInside()
  }

  /// Selects a job of the list, and opens the group that it is folded into.
  mutating func select(_ id: Job.ID) {
    guard let index = positions[id] else { return }
    if let group = groups.group(ofJob: index) { groups.fold(group.name, false) }
    selected = id
    hasChosen = true
    keepPlacesInside()
  }

  /// After the rows were arranged anew: the selection stays with its job.
  ///
  /// If that is gone or hidden, a neighbour is selected. A hidden one is selected again when it comes back, unless
  /// the user moved on.
  mutating func keepSelection(_ before: [Job.ID], at index: Int?) {
    guard hasChosen else {
      selected = order.first
      return
    }
    if standIn?.shown != selected { standIn = nil }
    if let wanted = standIn?.wanted, positions[wanted] != nil {
      selected = wanted
      standIn = nil
    }
    if let selected, positions[selected] != nil { return }
    let wanted = standIn?.wanted ?? selected
    selected = neighbour(of: index, in: before)
    standIn = nil
    guard let wanted else { return }
    if shown.record(wanted) == nil, past == nil {
      tellGone(wanted)
    } else {
      standIn = StandIn(wanted: wanted, shown: selected)
    }
  }

  private func neighbour(of index: Int?, in before: [Job.ID]) -> Job.ID? {
    guard let index, before.indices.contains(index) else { return order.first }
    return before[index...].first { positions[$0] != nil }
      ?? before[..<index].last { positions[$0] != nil } ?? order.first
  }

  private mutating func tellGone(_ id: Job.ID) {
    let name = live.log.events.last { $0.job == id }?.name ?? id.native
    notice = "\(name) is gone: \(id.source) no longer lists it"
  }

  /// The heading of the first job on screen is on screen too.
  func topWithHeading(_ top: Int) -> Int {
    guard top > 0, top == selectedRow, rows > 1, case .heading = groups.row(at: top - 1) else {
      return top
    }
    return top - 1
  }
}
