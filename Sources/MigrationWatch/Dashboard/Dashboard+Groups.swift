import MigrationModel

extension Dashboard {
  package mutating func setGrouping(_ grouping: FleetGrouping) {
    groups.group(by: grouping)
    notice = grouping == .none ? "not grouped" : "grouped by \(grouping.rawValue)"
    mustArrange = true
  }

  mutating func nextGrouping() {
    let all = FleetGrouping.allCases
    let index = all.firstIndex(of: groups.grouping) ?? 0
    setGrouping(all[(index + 1) % all.count])
  }

  /// Folds or unfolds the selected job's group, or all. Where nothing is grouped, the columns scroll.
  mutating func foldGroups(_ command: Command) {
    let isFolding = command == .fold || command == .foldAll
    let isAll = command == .foldAll || command == .unfoldAll
    guard groups.grouping != .none else {
      if !isAll { scrollColumns(right: !isFolding) }
      return
    }
    let names = isAll ? groups.groups.map(\.name) : [selectedGroup?.name].compactMap(\.self)
    for name in names { groups.fold(name, isFolding) }
    keepPlacesInside()
  }

  mutating func toggle(group name: String) {
    guard let group = groups.groups.first(where: { $0.name == name }) else { return }
    groups.fold(name, !group.isFolded)
    keepPlacesInside()
  }

  /// - Returns: `false` if the selected row is a job.
  mutating func unfoldSelectedGroup() -> Bool {
    guard let group = selectedGroup, group.isFolded else { return false }
    foldGroups(.unfold)
    return true
  }

  private var selectedGroup: FleetGroup? {
    selected.flatMap { positions[$0] }.flatMap { groups.group(ofJob: $0) }
  }
}
