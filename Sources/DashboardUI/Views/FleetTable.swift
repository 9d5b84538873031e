import MigrationModel
import MigrationWatch

/// The heading and the visible rows of the fleet.
struct FleetTable {
  let model: DashboardViewModel
  let columns: FleetColumns

  func draw(on canvas: inout Canvas) {
    drawHeading(on: &canvas)
    guard model.rowCount > 0 else {
      canvas.write(emptyText, row: 1, column: FleetColumns.markerWidth, style: .muted)
      return
    }
    for line in 1..<max(1, canvas.size.rows) {
      let row = model.firstRow + line - 1
      guard let report = model.job(at: row) else { break }
      draw(report, isSelected: row == model.selectedRow, on: &canvas, line: line)
    }
  }

  private var emptyText: String {
    if model.totalCount > 0 { return "no job passes the filter" }
    return model.sources.contains { $0.state.lastSuccess != nil }
      ? "the sources list no jobs" : "waiting for the first answer"
  }

  private func drawHeading(on canvas: inout Canvas) {
    for place in columns.places {
      let isSorted =
        FleetHeading.sortColumn(place.column) == model.dashboard.sort.column
        && place.column != .glyph
      let arrow =
        model.dashboard.sort.isInverted ? canvas.glyphs.ascending : canvas.glyphs.descending
      let title = FleetHeading.title(place.column) + (isSorted ? String(Character(arrow)) : "")
      let style = Style(isBold: true, isUnderlined: isSorted)
      if FleetHeading.isRight(place.column) {
        let trailing = place.column == .lag ? 2 : 0
        canvas.writeRight(
          title, row: 0, column: place.start - 1, width: place.width - trailing + 1, style: style)
      } else {
        canvas.write(title, row: 0, column: place.start, style: style, width: place.width)
      }
    }
  }

  private func draw(
    _ report: JobReport, isSelected: Bool, on canvas: inout Canvas, line: Int
  ) {
    if isSelected {
      for column in 0..<columns.selectionWidth {
        canvas.put(" ", row: line, column: column, style: Style(isReversed: true))
      }
      canvas.put(
        canvas.glyphs.pointer, row: line, column: 0, style: Style(isBold: true, isReversed: true))
      canvas.setCursor(row: line, column: 0)
    }
    let mark: Unicode.Scalar =
      report.record.isMarked ? canvas.glyphs.mark : report.record.isAcknowledged ? "v" : " "
    canvas.put(mark, row: line, column: 1, style: Style(isReversed: isSelected))
    for place in columns.places {
      FleetCell(report: report, model: model, isSelected: isSelected)
        .draw(place, on: &canvas, line: line)
    }
  }
}

/// The words above the columns.
enum FleetHeading {
  static func title(_ column: FleetColumn) -> String {
    switch column {
    case .glyph: ""
    case .state: "STATE"
    case .name: "NAME"
    case .service: "SVC"
    case .source: "SRC"
    case .phase: "PHASE"
    case .progress: "PROGRESS"
    case .percent: "PROG"
    case .percentOrLag: "PROG/LAG"
    case .eta: "ETA"
    case .rate: "ROWS/S"
    case .steps: "STEPS"
    case .lag: "LAG"
    case .trend: "LAG 15m"
    case .cutover: "CUT"
    case .errors: "ERR"
    case .engines: "FROM>TO"
    case .age: "AGE"
    }
  }

  static func isRight(_ column: FleetColumn) -> Bool {
    switch column {
    case .progress, .percent, .eta, .rate, .steps, .lag, .errors, .age: true
    case .glyph, .state, .name, .service, .source, .phase, .percentOrLag, .trend, .cutover,
      .engines:
      false
    }
  }

  static func sortColumn(_ column: FleetColumn) -> FleetSort.Column? {
    switch column {
    case .glyph, .state: .state
    case .name: .name
    case .service: .service
    case .source: .source
    case .phase: .phase
    case .progress, .percent: .progress
    case .eta: .eta
    case .rate: .rate
    case .lag: .lag
    case .errors: .errors
    case .age: .age
    case .percentOrLag, .steps, .trend, .cutover, .engines: nil
    }
  }
}
