import MigrationModel

extension Dashboard {
  /// The same as the keys do. What a prompt or the help covers is not clicked.
  mutating func click(_ target: ScreenTarget) -> [DashboardEffect] {
    guard openPrompt == nil, openHelp == nil else { return [] }
    notice = nil
    // A click beside a menu closes it.
    guard menu == nil else {
      menu = nil
      return []
    }
    return act { dashboard in
      switch target {
      case .job(let id): dashboard.click(job: id)
      case .group(let name): dashboard.toggle(group: name)
      case .row(let row): dashboard.click(row: row)
      case .sort(let column): dashboard.sort(by: column)
      case .pane(let pane): if dashboard.place.pane != pane { dashboard.show(pane) }
      case .state(let state): dashboard.click(count: state)
      }
      return []
    }
  }

  /// Turns of the wheel move as the keys do, several rows at once.
  mutating func scroll(_ rows: Int) -> [DashboardEffect] {
    let command: Command = rows < 0 ? .up : .down
    guard openHelp == nil else {
      for _ in 0..<abs(rows) { scrollHelp(command) }
      return []
    }
    guard openPrompt == nil, menu == nil else { return [] }
    notice = nil
    return act { dashboard in
      for _ in 0..<abs(rows) { dashboard.move(command) }
      return []
    }
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
    do throws(PromptMistake) {
      try show(filter: filter?.text == text ? "" : text, from: 0)
    } catch {
      notice = error.message
    }
  }
}
