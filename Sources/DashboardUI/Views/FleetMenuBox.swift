import MigrationWatch

/// A menu over the table, beside the selected row if there is room.
struct FleetMenuBox {
  let menu: FleetMenu
  let model: DashboardViewModel

  private struct Item {
    let text: String
    let isCursor: Bool
    let isMuted: Bool
  }

  private static let itemWidth = 15

  /// - Parameter selected: The row of the canvas that should stay in sight.
  func draw(on canvas: inout Canvas, beside selected: Int) {
    let items = items(canvas.glyphs)
    let room = canvas.size
    // Above the selected row or below it, at the table's edge: the box stays there while rows move.
    let above = selected - 1
    let below = room.rows - selected - 1
    let most = max(1, min(3, (room.columns - 3) / Self.itemWidth))
    // As few columns as leave the selected row in sight; if none do, as many as leave names in sight.
    let isNarrow = room.columns < 60
    let columns =
      (1...most).first { height(items.count, columns: $0) <= max(above, below) }
      ?? (isNarrow ? 1 : most)
    let rows = min(room.rows, height(items.count, columns: columns))
    let position = position(items, columns, shown: rows - 2)
    let labels = isNarrow ? 0 : title.count + hint.count + 8
    let width = min(room.columns, max(columns * Self.itemWidth + 3, labels))
    let top = rows <= above && rows > below ? 1 : room.rows - rows
    let box = Region(row: top, column: room.columns - width, rows: rows, columns: width)
    canvas.cover(box)
    canvas.draw(in: box) { canvas in
      let inside = canvas.box(
        title: title, trailing: hint,
        footer: footers(position, canvas.glyphs).first { $0.count + 6 <= width } ?? "",
        style: .muted, titleStyle: .title)
      canvas.draw(in: inside) { draw(items, columns, on: &$0) }
    }
  }

  private func height(_ count: Int, columns: Int) -> Int { (count + columns - 1) / columns + 2 }

  /// From top to bottom, column after column; what does not fit scrolls with the cursor.
  private func draw(_ items: [Item], _ columns: Int, on canvas: inout Canvas) {
    let rows = rowCount(items, columns)
    let first = firstRow(items, columns, shown: canvas.size.rows)
    for (index, item) in items.enumerated() {
      let (row, column) = (index % rows - first, index / rows * Self.itemWidth)
      guard row >= 0 else { continue }
      let style: Style =
        item.isCursor ? Style(isBold: true, isReversed: true) : item.isMuted ? .muted : Style()
      canvas.write(item.text, row: row, column: column, style: style, width: Self.itemWidth - 1)
      if item.isCursor { canvas.setCursor(row: row, column: column) }
    }
  }

  private func rowCount(_ items: [Item], _ columns: Int) -> Int {
    (items.count + columns - 1) / columns
  }

  private func firstRow(_ items: [Item], _ columns: Int, shown: Int) -> Int {
    let rows = rowCount(items, columns)
    let cursor = items.firstIndex { $0.isCursor } ?? 0
    return max(0, min(rows - shown, cursor % max(1, rows) - shown / 2))
  }

  /// `1-6/18`: which of its rows are in sight; empty if all are.
  private func position(_ items: [Item], _ columns: Int, shown: Int) -> String {
    let rows = rowCount(items, columns)
    guard shown > 0, rows > shown else { return "" }
    let first = firstRow(items, columns, shown: shown)
    return "\(first + 1)-\(first + shown)/\(rows)"
  }

  /// From long to short: where the menu is scrolled, its keys and the way out.
  private func footers(_ position: String, _ glyphs: Glyphs) -> [String] {
    [keys(glyphs), "\(Key.enter.name) closes", Key.escape.name, ""].map {
      [position, $0].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private var title: String {
    switch menu {
    case .sort: "sort"
    case .columns: "columns"
    }
  }

  private var hint: String {
    switch menu {
    case .sort: "g groups: \(model.dashboard.groups.grouping.rawValue)"
    case .columns(let menu): "\(menu.shown.count) of \(menu.order.count)"
    }
  }

  private func keys(_ glyphs: Glyphs) -> String {
    switch menu {
    case .sort: model.keyWords(.invertSort, does: "inverts", in: glyphs)
    case .columns: "J K move  0 default"
    }
  }

  private func items(_ glyphs: Glyphs) -> [Item] {
    switch menu {
    case .sort:
      let sort = model.dashboard.sort
      let arrow = String(Character(sort.isInverted ? glyphs.ascending : glyphs.descending))
      return FleetColumn.allCases.map { column in
        let isCursor = column == sort.column
        return Item(
          text: column.title + (isCursor ? arrow : ""), isCursor: isCursor, isMuted: false)
      }
    case .columns(let menu):
      return menu.order.enumerated().map { index, column in
        let isShown = menu.shown.contains(column)
        let box = FleetColumn.fixed.contains(column) ? "[=]" : isShown ? "[x]" : "[ ]"
        return Item(
          text: "\(box) \(column.title)", isCursor: index == menu.cursor, isMuted: !isShown)
      }
    }
  }
}
