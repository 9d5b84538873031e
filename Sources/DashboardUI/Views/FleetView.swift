import MigrationModel
import MigrationWatch

/// The table of all jobs, with what is known of the selected one beside or below it.
struct FleetView: BodyView {
  let model: DashboardViewModel
  let layout: ScreenLayout

  private static let previewRows = 8

  private var showsPreviewBox: Bool { layout.hasPreviewBox && model.dashboard.isPreviewShown }
  private var showsSidePanel: Bool { layout.hasSidePanel && model.dashboard.isPreviewShown }

  func listRows(in size: Size) -> Int {
    max(1, size.rows - 1 - (showsPreviewBox ? Self.previewRows : 0))
  }

  func draw(on canvas: inout Canvas) -> Footnote {
    var table = canvas.bounds
    if showsSidePanel {
      let parts = table.split(right: ScreenLayout.sidePanelColumns)
      table = parts.rest
      canvas.draw(in: parts.right) { FleetSidePanel(model: model).draw(on: &$0) }
    } else if showsPreviewBox {
      let parts = table.split(bottom: Self.previewRows)
      table = parts.rest
      canvas.draw(in: parts.bottom) { JobPreview(model: model).draw(on: &$0) }
    }
    let sourceWidth = min(
      12, max(6, model.sources.map { TextWidth.columns(of: $0.name) }.max() ?? 6))
    let columns = FleetColumns(
      width: table.columns - (showsSidePanel ? 1 : 0), sourceWidth: sourceWidth)
    let shown = max(0, table.rows - 1)
    canvas.draw(in: table) { canvas in
      FleetTable(model: model, columns: columns).draw(on: &canvas)
    }
    return Footnote(
      "rows", first: model.firstRow, shown: shown, of: model.rowCount,
      rest: "   \(FleetColumns.count) columns, \(columns.places.count) shown")
  }
}
