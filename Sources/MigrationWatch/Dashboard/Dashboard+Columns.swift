extension Dashboard {
  /// Shows these columns in this order, behind state and name; without any the screen's width chooses.
  ///
  /// - Throws: Which name is none. Its column counts through the names with one character between them.
  package mutating func setColumns(_ names: [String]) throws(FilterError) {
    var columns: [FleetColumn] = []
    var start = 0
    for name in names {
      guard let column = FleetColumn(named: name) else {
        throw .unknown("column", name, among: FleetColumn.allCases.map(\.rawValue), at: start)
      }
      if !columns.contains(column) { columns.append(column) }
      start += name.count + 1
    }
    self.columns.choose(columns.isEmpty ? nil : columns)
  }

  /// Takes in what the screen has room for; a menu of the columns that the width chooses follows.
  mutating func take(shown: [FleetColumn]) {
    columns.shown = shown
    guard columns.chosen == nil, case .columns(let open) = menu else { return }
    var menu = ColumnMenu(showing: shown)
    menu.moveCursor(to: open.cursor)
    self.menu = .columns(menu)
  }

  mutating func scrollColumns(right: Bool) {
    if !columns.scroll(right: right) {
      notice = "no more columns at the \(right ? "right" : "left")"
    }
  }

  mutating func openColumnMenu() {
    menu = .columns(ColumnMenu(showing: columns.chosen ?? columns.shown))
  }

  /// - Returns: `false` for a key that is none of the menu's.
  mutating func press(_ key: Key, in menu: ColumnMenu) -> Bool {
    var menu = menu
    if let step = Self.columnMoves[key] {
      move(by: step, in: &menu)
    } else if key == .character("0") {
      columns.choose(nil)
      notice = "columns as the width has room for"
    } else if settings.keys.command(for: key) == .mark {
      toggleColumn(in: &menu)
    } else if let place = settings.keys.command(for: key).flatMap(menu.place(after:)) {
      menu.moveCursor(to: place)
    } else {
      return false
    }
    self.menu = .columns(menu)
    return true
  }

  /// How many places each key moves the column down.
  private static let columnMoves: [Key: Int] = [
    .character("J"): 1, .character(">"): 1, .character("K"): -1, .character("<"): -1,
  ]

  private mutating func toggleColumn(in menu: inout ColumnMenu) {
    if menu.toggle() {
      columns.choose(menu.columns)
    } else {
      notice = "\(menu.order[menu.cursor].title) is always shown"
    }
  }

  private mutating func move(by step: Int, in menu: inout ColumnMenu) {
    guard menu.moveColumn(by: step) else { return }
    columns.choose(menu.columns)
  }
}
