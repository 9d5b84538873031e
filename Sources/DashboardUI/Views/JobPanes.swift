import MigrationModel
import MigrationWatch

/// Draws one pane of the job view into its box.
struct JobPanes {
  let model: DashboardViewModel
  let report: JobReport
  /// Whether the other panes are behind this one.
  let isStacked: Bool

  func draw(_ pane: Pane, isActive: Bool, on canvas: inout Canvas) {
    let style = isActive ? Style(tone: .accent) : .muted
    let inside = canvas.box(
      title: title(pane), trailing: trailing(pane, canvas.size.columns), style: style,
      titleStyle: Style(tone: .accent, isBold: true))
    canvas.draw(in: inside) { canvas in
      switch pane {
      case .progress: ProgressPane(report: report, isAlone: isStacked).draw(on: &canvas)
      case .lag: LagPane(model: model, report: report).draw(on: &canvas)
      case .errors: drawErrors(on: &canvas)
      case .events: drawEvents(on: &canvas)
      case .cutover: CutoverPane(report: report).draw(on: &canvas)
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

  private func trailing(_ pane: Pane, _ columns: Int) -> String {
    switch pane {
    case .progress: "steps \(report.stepsWord)"
    case .lag: LagPane(model: model, report: report).trailing(columns)
    case .errors: isStacked ? "4 events  5 cut-over  6 steps" : "e all"
    case .events: "E of all jobs"
    case .cutover: report.cutoverLines.isEmpty ? "" : report.cutoverCounts
    case .steps: "t full tree"
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
    let entries = model.timeline(of: report.job.id)
    guard !entries.isEmpty else {
      canvas.write("nothing changed since the start", row: 0, column: 0, style: .muted)
      return
    }
    let top = model.place.pane == .events ? model.place.top : 0
    for (row, entry) in entries.dropFirst(top).prefix(canvas.size.rows).enumerated() {
      let time = entry.at.map(Wording.timeOfDay) ?? ""
      canvas.write(time, row: row, column: 0, style: .muted)
      canvas.write(text(of: entry), row: row, column: 9, style: style(of: entry))
    }
  }

  /// A line of the service's log begins with its sign: `-`, or `!` and `X` for what is wrong.
  private func text(of entry: TimelineEntry) -> String {
    let sign: String? =
      switch entry.severity {
      case nil: nil
      case .info, .unknown: "-"
      case .warning: "!"
      case .error: "X"
      }
    let times = entry.times > 1 ? "x\(entry.times)" : nil
    return [sign, times, entry.text].compactMap(\.self).joined(separator: " ")
  }

  private func style(of entry: TimelineEntry) -> Style {
    switch entry.severity {
    case nil, .info, .unknown: Style()
    case .warning: Style(tone: .warning)
    case .error: Style(tone: .bad)
    }
  }

  private func drawSteps(on canvas: inout Canvas) {
    let rows = model.stepRows(report.job.id).rows
    guard !rows.isEmpty else {
      canvas.write("not read yet", row: 0, column: 0, style: .muted)
      return
    }
    for (line, row) in rows.enumerated() where line < canvas.size.rows {
      StepLine(row: row, isCompact: true).draw(on: &canvas, line: line, isSelected: false)
    }
  }
}
