import MigrationModel
import MigrationWatch

/// A job as `status --output json` prints it.
struct JSONView: BodyView {
  let model: DashboardViewModel
  let id: Job.ID

  func listRows(in size: Size) -> Int { max(1, size.rows) }

  func viewport(in size: Size, _ glyphs: Glyphs) -> Viewport {
    Viewport(rows: listRows(in: size), lines: model.jsonLines(of: id).count)
  }

  func draw(on canvas: inout Canvas) -> Footnote {
    let lines = model.jsonLines(of: id)
    let place = model.place
    for (row, line) in lines.dropFirst(place.top).prefix(canvas.size.rows).enumerated() {
      let isMatch = place.find != nil && place.top + row == place.cursor
      canvas.write(String(line), row: row, column: 0, style: Style(isReversed: isMatch))
    }
    canvas.setCursor(row: place.cursor - place.top, column: 0)
    return Footnote("lines", first: place.top, shown: canvas.size.rows, of: lines.count)
  }
}
