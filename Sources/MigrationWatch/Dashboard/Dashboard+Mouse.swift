import MigrationModel

extension Dashboard {
  /// The same as the keys do. What a prompt or the help covers is not clicked.
  mutating func click(_ target: ScreenTarget) -> [DashboardEffect] {
    guard openPrompt == nil, openHelp == nil else { return [] }
    notice = nil
    switch target {
    case .job(let id): click(job: id)
    case .row(let row): click(row: row)
    case .sort(let column): sort(by: column)
    case .pane(let pane): if place.pane != pane { show(pane) }
    case .state(let state): click(count: state)
    }
    if mustArrange { arrange() }
    return attend()
  }

  /// Turns of the wheel move as the keys do, several rows at once.
  mutating func scroll(_ rows: Int) -> [DashboardEffect] {
    guard openPrompt == nil else { return [] }
    notice = nil
    let command: Command = rows < 0 ? .up : .down
    for _ in 0..<abs(rows) {
      if openHelp == nil { move(command) } else { scrollHelp(command) }
    }
    return attend()
  }

  mutating func toggleMouse() -> [DashboardEffect] {
    isMouseOn.toggle()
    notice = isMouseOn ? "mouse on: hold Shift to select text" : "mouse off"
    return [.setMouse(isMouseOn)]
  }

  /// The selected row is opened by a click, another one is selected.
  private mutating func click(job id: Job.ID) {
    guard place.view == .fleet else { return }
    if selected == id, hasChosen { go(.open) } else { select(id) }
  }

  private mutating func click(row: Int) {
    guard place.view != .fleet, (0..<rowCount).contains(row) else { return }
    guard row != place.cursor else { return go(.open) }
    places[places.count - 1].move(to: row, of: rowCount, rows: rows)
  }

  /// Shows the jobs of one state alone; a second click shows all.
  private mutating func click(count state: ShownState) {
    let text = "state:\(state.name)"
    if filter?.text == text {
      clearFilter()
    } else if let filter = try? FilterExpression(parsing: text) {
      setFilter(filter)
    }
  }
}
