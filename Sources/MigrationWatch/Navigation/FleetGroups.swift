/// What the fleet's rows are grouped by. The raw value is what the command line calls it.
package enum FleetGrouping: String, CaseIterable, Hashable, Sendable {
  case none, source, service, state
}

/// Some jobs of the fleet under one heading.
package struct FleetGroup: Hashable, Sendable {
  /// A source's name, or the word of a filter for the service or the state.
  package let name: String
  package let grouping: FleetGrouping
  /// How many jobs there are of each state.
  package let counts: [ShownState: Int]
  /// Of the jobs that replicate now; `nil` without one.
  package let worstLag: Duration?
  package fileprivate(set) var isFolded = false
  /// Where its first job stands among all jobs.
  fileprivate var first = 0
  /// Where its heading stands among all rows.
  fileprivate var row = 0

  init(
    name: String, grouping: FleetGrouping, counts: [ShownState: Int], worstLag: Duration?
  ) {
    self.name = name
    self.grouping = grouping
    self.counts = counts
    self.worstLag = worstLag
  }

  package var jobCount: Int { counts.values.reduce(0, +) }
  fileprivate var rowCount: Int { isFolded ? 1 : jobCount + 1 }
}

/// The rows of the fleet: jobs, and headings between them if they are grouped.
///
/// Folding, and telling what a row is, grows with the number of groups and not of jobs.
package struct FleetGroups: Hashable, Sendable {
  package private(set) var grouping = FleetGrouping.none
  /// From top to bottom; empty if the rows are not grouped.
  package private(set) var groups: [FleetGroup] = []
  private var folded: Set<String> = []
  private var jobCount = 0

  /// What stands in a row: a heading, or a job by its place among all jobs.
  enum Row: Hashable {
    case heading(FleetGroup)
    case job(Int)
  }

  mutating func group(by grouping: FleetGrouping) {
    self.grouping = grouping
    groups = []
    folded = []
  }

  /// - Parameter groups: In their order; their jobs stand one after the other.
  mutating func arrange(_ groups: [FleetGroup], jobCount: Int) {
    self.jobCount = jobCount
    self.groups = groups
    for index in groups.indices {
      self.groups[index].isFolded = folded.contains(groups[index].name)
    }
    place()
  }

  private mutating func place() {
    var (first, row) = (0, 0)
    for index in groups.indices {
      groups[index].first = first
      groups[index].row = row
      first += groups[index].jobCount
      row += groups[index].rowCount
    }
  }

  var rowCount: Int { groups.isEmpty ? jobCount : groups.map(\.rowCount).reduce(0, +) }

  /// - Parameter row: From 0 to ``rowCount``.
  func row(at row: Int) -> Row {
    guard let group = groups.last(where: { $0.row <= row }) else { return .job(row) }
    return row == group.row ? .heading(group) : .job(group.first + row - group.row - 1)
  }

  /// A job of a folded group stands where its heading is.
  func row(ofJob index: Int) -> Int {
    guard let group = group(ofJob: index) else { return index }
    return group.isFolded ? group.row : group.row + 1 + index - group.first
  }

  func group(ofJob index: Int) -> FleetGroup? { groups.last { $0.first <= index } }

  /// The job to select for a row: the heading of a folded group stands for its first job, another one is skipped.
  func job(at row: Int, upwards: Bool) -> Int {
    switch self.row(at: row) {
    case .job(let index): index
    case .heading(let group):
      upwards && !group.isFolded && row > 0 ? job(at: row - 1, upwards: true) : group.first
    }
  }

  mutating func fold(_ name: String, _ isFolded: Bool) {
    guard let index = groups.firstIndex(where: { $0.name == name }),
      groups[index].isFolded != isFolded
    else { return }
    groups[index].isFolded = isFolded
    if isFolded { folded.insert(name) } else { folded.remove(name) }
    place()
  }
}
