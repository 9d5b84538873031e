import MigrationModel
import MigrationWatch

/// Draws one pane of the job view into its box.
struct JobPanes {
  let model: DashboardViewModel
  let report: JobReport

  func draw(_ pane: Pane, isActive: Bool, on canvas: inout Canvas) {
    let style = isActive ? Style(tone: .accent) : .muted
    let inside = canvas.box(
      title: title(pane), trailing: trailing(pane), style: style,
      titleStyle: Style(tone: .accent, isBold: true))
    canvas.draw(in: inside) { canvas in
      switch pane {
      case .progress: ProgressPane(report: report).draw(on: &canvas)
      case .lag: drawLag(on: &canvas)
      case .errors: drawErrors(on: &canvas)
      case .events: drawEvents(on: &canvas)
      case .cutover: drawCutover(on: &canvas)
      case .steps: drawSteps(on: &canvas)
      }
    }
  }

  private func title(_ pane: Pane) -> String {
    let name = "\(pane.rawValue) \(pane.title)"
    return switch pane {
    case .lag: "\(name)  \(Wording.limit(model.dashboard.graphWindow.duration))"
    case .errors: "\(name) (\(report.errors.count))"
    case .progress, .events, .cutover, .steps: name
    }
  }

  private func trailing(_ pane: Pane) -> String {
    switch pane {
    case .progress: "steps \(report.stepsWord)"
    case .lag: "now \(report.lagWord)   critical \(Wording.limit(model.lagCritical))"
    case .errors: "e all   4 events   5 cut-over   6 steps"
    case .events: "E of all jobs"
    case .cutover: report.cutoverLines.isEmpty ? "" : report.cutoverCounts
    case .steps: "t full tree"
    }
  }

  private func drawLag(on canvas: inout Canvas) {
    if let absence = report.lagAbsence {
      canvas.write("lag -   \(absence)", row: 0, column: 0, style: .muted)
      return
    }
    let text = "\(report.verdictWords): \(report.verdictReason)"
    canvas.write(text, row: 0, column: 0, style: model.severity(of: report.job.lag.value).style)
    let parts = canvas.bounds.split(top: canvas.size.rows > 3 ? 1 : 0)
    canvas.draw(in: parts.rest) { canvas in
      let columns = max(1, canvas.size.columns - 5)
      let series = model.lagSeries(report.job.id, columns: columns)
      canvas.draw(LagGraph(values: series.values, threshold: model.lagCritical / .seconds(1)))
    }
  }

  private func drawErrors(on canvas: inout Canvas) {
    let errors = report.errors
    guard !errors.isEmpty else {
      canvas.write("none", row: 0, column: 0, style: .muted)
      return
    }
    for (row, error) in errors.dropFirst(model.place.top).enumerated() where row < canvas.size.rows
    {
      ErrorLine(error: error).draw(on: &canvas, row: row)
    }
  }

  private func drawEvents(on canvas: inout Canvas) {
    let events = model.events(of: report.job.id)
    guard !events.isEmpty else {
      canvas.write("nothing changed since the start", row: 0, column: 0, style: .muted)
      return
    }
    for (row, event) in events.dropFirst(model.place.pane == .events ? model.place.top : 0)
      .enumerated()
    where row < canvas.size.rows {
      canvas.write(Wording.timeOfDay(event.at.date), row: row, column: 0, style: .muted)
      let times = event.times > 1 ? "x\(event.times) " : ""
      canvas.write(times + event.text, row: row, column: 9)
    }
  }

  private func drawCutover(on canvas: inout Canvas) {
    canvas.write(
      report.cutoverSummary, row: 0, column: 0,
      style: report.isReady ? Style(tone: .good, isBold: true) : .heading)
    guard !report.cutoverLines.isEmpty else { return }
    for (row, line) in report.cutoverLines.enumerated() {
      canvas.write(line.state.glyph, row: row + 1, column: 0, style: line.state.style)
      canvas.write(line.name, row: row + 1, column: 2, width: 14)
      canvas.write(line.result, row: row + 1, column: 17, style: line.state.style, width: 8)
      canvas.write(line.evidence, row: row + 1, column: 26)
    }
    canvas.write(
      "by you   writes stopped, sequences, triggers, way back", row: report.cutoverLines.count + 2,
      column: 0, style: .muted)
  }

  private func drawSteps(on canvas: inout Canvas) {
    let rows = model.stepRows(report.job.id).rows
    guard !rows.isEmpty else {
      canvas.write("not read yet", row: 0, column: 0, style: .muted)
      return
    }
    for (line, row) in rows.enumerated() where line < canvas.size.rows {
      StepLine(row: row).draw(on: &canvas, line: line, isSelected: false)
    }
  }
}

/// A failure in one line.
struct ErrorLine {
  let error: JobError

  func draw(on canvas: inout Canvas, row: Int, isSelected: Bool = false) {
    let time = error.at.map(Wording.timeOfDay) ?? "        "
    let style = Style(
      tone: isSelected ? .plain : error.isActive ? .bad : .muted, isReversed: isSelected)
    canvas.write(
      time, row: row, column: 0,
      style: Style(tone: isSelected ? .plain : .muted, isReversed: isSelected))
    canvas.write(error.isActive ? "X" : "!", row: row, column: 9, style: style)
    let path = error.path.last.map { "\($0): " } ?? ""
    let text = path + [error.code, error.message].compactMap { $0 }.joined(separator: " ")
    canvas.write(text, row: row, column: 11, style: style)
  }
}
