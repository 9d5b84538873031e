import MigrationModel
import MigrationWatch

/// The table of all jobs, with what is known of the selected one beside or below it.
struct FleetView: BodyView {
  let model: DashboardViewModel
  let layout: ScreenLayout

  private static let previewRows = 8

  private var showsPreviewBox: Bool { layout.hasPreviewBox && model.dashboard.isPreviewShown }
  private var showsSidePanel: Bool { layout.hasSidePanel && model.dashboard.isPreviewShown }
  /// Where a table would be crammed, what matters most is told first.
  private var isTiny: Bool { layout.size.columns < 40 || layout.size.rows < 10 }

  private var summary: FleetSummary {
    FleetSummary(model: model, hasCounts: layout.hasCounts)
  }

  func listRows(in size: Size) -> Int {
    let rows =
      isTiny
      ? size.rows - summary.rows(in: size) : size.rows - (showsPreviewBox ? Self.previewRows : 0)
    return max(1, rows - headingRows(rows))
  }

  func viewport(in size: Size, _ glyphs: Glyphs) -> Viewport {
    Viewport(rows: listRows(in: size), columns: columns(in: size).places.map(\.column))
  }

  /// Figures need their titles, but not as much as jobs need rows.
  private func headingRows(_ rows: Int) -> Int { isTiny && rows < 4 ? 0 : 1 }

  /// What there is room for on a screen of that size.
  func columns(in size: Size) -> FleetColumns {
    let names = model.sources.map { TextWidth.columns(of: $0.name) }
    return FleetColumns(
      width: size.columns - (showsSidePanel ? ScreenLayout.sidePanelColumns + 1 : 0),
      sourceWidth: min(12, max(6, names.max() ?? 6)), choice: model.dashboard.columns)
  }

  func draw(on canvas: inout Canvas) -> Footnote {
    let columns = columns(in: canvas.size)
    let list = drawSurroundings(on: &canvas)
    canvas.draw(in: list) { canvas in
      FleetTable(model: model, columns: columns, hasHeading: headingRows(list.rows) > 0)
        .draw(on: &canvas)
    }
    drawMenu(over: list, on: &canvas)
    return footnote(
      rows: list.rows - headingRows(list.rows), columns, width: canvas.size.columns,
      canvas.glyphs)
  }

  /// - Returns: What is left for the list.
  private func drawSurroundings(on canvas: inout Canvas) -> Region {
    let all = canvas.bounds
    if isTiny {
      let parts = all.split(top: summary.rows(in: all.size))
      canvas.draw(in: parts.top) { summary.draw(on: &$0) }
      return parts.rest
    }
    if showsSidePanel {
      let parts = all.split(right: ScreenLayout.sidePanelColumns)
      canvas.draw(in: parts.right) { FleetSidePanel(model: model).draw(on: &$0) }
      return parts.rest
    }
    guard showsPreviewBox else { return all }
    let parts = all.split(bottom: Self.previewRows)
    canvas.draw(in: parts.bottom) { JobPreview(model: model).draw(on: &$0) }
    return parts.rest
  }

  private func drawMenu(over list: Region, on canvas: inout Canvas) {
    guard let menu = model.dashboard.menu else { return }
    let selected = model.selectedRow - model.firstRow + headingRows(list.rows)
    canvas.draw(in: list) { canvas in
      FleetMenuBox(menu: menu, model: model).draw(on: &canvas, beside: selected)
    }
  }

  /// As much as leaves room for what the filter hides.
  private func footnote(
    rows: Int, _ columns: FleetColumns, width: Int, _ glyphs: Glyphs
  ) -> Footnote {
    let hidden = model.hiddenTroubleWords
    let reserved = hidden.isEmpty ? 0 : hidden.count + 24
    let counts = "   \(FleetColumn.allCases.count) columns, \(columns.places.count) shown"
    let scroll = model.keyWords(.columnsLeft, .columnsRight, does: "scroll", in: glyphs)
    let all = "\(counts) (\(scroll), \(model.keyWords(.columns, does: "choose", in: glyphs)))"
    let notes = [all, counts, ""].map { rest in
      Footnote(
        "rows", first: model.firstRow, shown: rows, of: model.fleetRowCount, rest: rest)
    }
    let note = notes.first { $0.text.count + reserved <= width } ?? notes[2]
    return hidden.isEmpty
      ? note : Footnote(note.text, short: "\(note.short)  hidden \(hidden)")
  }
}
