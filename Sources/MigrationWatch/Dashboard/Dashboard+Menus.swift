extension Dashboard {
  /// A key while a menu is open. One that means nothing there closes the menu and does what it does elsewhere.
  ///
  /// - Returns: `false` for such a key.
  mutating func pressInMenu(_ key: Key) -> Bool {
    let isKnown =
      switch menu {
      case .sort: pressInSortMenu(key)
      case .columns(let menu): press(key, in: menu)
      case nil: false
      }
    if isKnown { return true }
    menu = nil
    return settings.keys.command(for: key).map(Self.closing.contains) ?? false
  }

  /// What does nothing in a menu but to close it.
  private static let closing: Set<Command> = [.open, .close, .back, .columns]

  /// Opens the menu at the next column: a press of the key sorts, and so does each further one.
  mutating func openSortMenu() {
    menu = .sort
    sort(further: 1)
  }

  mutating func invertSort() { sort(by: sort.column) }

  /// Sorts by a column; by the same one again, the other way round.
  package mutating func sort(by column: FleetColumn) {
    if sort.column == column { sort.isInverted.toggle() } else { sort.choose(column) }
    showSort()
  }

  private mutating func sort(further count: Int) {
    sort.step(by: count)
    showSort()
  }

  private mutating func showSort() {
    notice = "sorted by \(sort.column.title)\(sort.isInverted ? ", inverted" : "")"
    mustArrange = true
  }

  private mutating func pressInSortMenu(_ key: Key) -> Bool {
    guard key != .character("g") else {
      nextGrouping()
      return true
    }
    guard let command = settings.keys.command(for: key) else { return false }
    if let step = Self.sortSteps[command] {
      sort(further: step)
    } else if command == .invertSort || command == .mark {
      sort(by: sort.column)
    } else {
      return false
    }
    return true
  }

  /// How many columns further each command sorts.
  private static let sortSteps: [Command: Int] = [
    .sort: 1, .down: 1, .unfold: 1, .up: -1, .fold: -1,
  ]
}
