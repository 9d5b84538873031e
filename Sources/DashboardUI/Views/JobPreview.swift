import MigrationModel
import MigrationWatch

/// The selected job in six lines, below the fleet.
struct JobPreview {
  let model: DashboardViewModel

  func draw(on canvas: inout Canvas) {
    guard let report = model.currentJob else { return }
    let inside = canvas.box(
      title: "selected: \(model.title(of: report.job))", trailing: "p hides", style: .muted,
      titleStyle: .title)
    let summary = JobSummary(report: report, model: model)
    canvas.draw(in: inside) { canvas in
      drawState(report, summary, on: &canvas)
      drawEnds(report, summary, on: &canvas)
      drawProgress(report, summary, on: &canvas)
      canvas.write(
        summary.error, row: 3, column: 0, style: summary.errorStyle,
        width: canvas.size.columns)
      canvas.write(
        "lag \(summary.lag)   cut-over \(report.cutoverSummary)", row: 4, column: 0)
      drawEvents(report, on: &canvas)
    }
  }

  private func drawState(
    _ report: JobReport, _ summary: JobSummary, on canvas: inout Canvas
  ) {
    let facts = [
      report.job.nativeStatus, "phase \(report.phaseWord)", "attempt \(report.attempts)",
      "errors \(report.errorCount)", "read \(report.ageWord) ago",
    ]
    let column = canvas.write(
      report.state.word, row: 0, column: 0, style: report.state.style)
    canvas.write(
      "\(summary.since)   \(facts.joined(separator: "   "))", row: 0, column: column)
  }

  /// Of an id that does not fit the end is shown: that is where ids differ.
  private func drawEnds(
    _ report: JobReport, _ summary: JobSummary, on canvas: inout Canvas
  ) {
    let job = report.job
    let used = canvas.write(
      "\(summary.end(job.from)) -> \(summary.end(job.to))   \(summary.place) ", row: 1, column: 0)
    let room = canvas.size.columns - used
    let id = job.id.native
    guard room >= 6 else { return }
    canvas.write(
      id.count <= room ? id : "\(canvas.glyphs.ellipsis)\(id.suffix(min(12, room - 1)))", row: 1,
      column: used, style: .muted)
  }

  /// One bar for each step that tells how far it is.
  private func drawProgress(
    _ report: JobReport, _ summary: JobSummary, on canvas: inout Canvas
  ) {
    let steps = summary.bars.prefix(4)
    guard !steps.isEmpty else {
      canvas.write(
        "progress \(report.percentWord)   eta \(report.etaSentence)", row: 2, column: 0)
      return
    }
    let width = max(6, (canvas.size.columns - 12) / steps.count - 22)
    var column = 0
    for step in steps {
      column += canvas.write(step.label, row: 2, column: column, width: 12) + 1
      let fraction = JobReport.fraction(of: step)
      canvas.progressBar(
        fraction, row: 2, column: column, width: width, style: Style(tone: .accent))
      canvas.writeNumber(
        JobReport.percent(fraction), row: 2, column: column + width + 1, width: 4)
      column += width + 8
    }
    canvas.write("eta \(report.etaWord)", row: 2, column: column)
  }

  /// Whole ones only.
  private func drawEvents(_ report: JobReport, on canvas: inout Canvas) {
    var column = canvas.write("events  ", row: 5, column: 0, style: .muted)
    let events = model.events(of: report.job.id)
    if events.isEmpty {
      canvas.write("none since the start", row: 5, column: column, style: .muted)
    }
    for event in events.prefix(4) {
      let text = "\(Wording.timeOfDay(event.at.date)) \(event.text)"
      let isFirst = column == 8
      guard isFirst || column + TextWidth.columns(of: text) <= canvas.size.columns else { return }
      column += canvas.write(text, row: 5, column: column, style: .muted) + 3
    }
  }
}
