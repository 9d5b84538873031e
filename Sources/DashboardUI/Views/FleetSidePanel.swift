import MigrationModel
import MigrationWatch

/// Beside a wide fleet: what needs attention, and the selected job.
struct FleetSidePanel {
  let model: DashboardViewModel

  private static let margin = 10

  func draw(on canvas: inout Canvas) {
    let attention = AttentionList(model: model)
    let parts = canvas.bounds.split(top: attention.rows)
    canvas.draw(in: parts.top) { attention.draw(on: &$0) }
    canvas.draw(in: parts.rest) { drawSelected(on: &$0) }
  }

  private func drawSelected(on canvas: inout Canvas) {
    guard let report = model.currentJob else { return }
    let inside = canvas.box(
      title: "selected: \(model.title(of: report.job))", trailing: "p hides", style: .muted,
      titleStyle: .title)
    canvas.draw(in: inside) { canvas in
      var row = 0
      drawFacts(identity(report), on: &canvas, row: &row)
      drawBars(report, on: &canvas, row: &row)
      drawFacts(outlook(report), on: &canvas, row: &row)
      drawError(report, on: &canvas, row: &row)
      drawSteps(report, on: &canvas, row: &row)
      drawEvents(report, on: &canvas, row: &row)
    }
  }

  private typealias Fact = (label: String, text: String, style: Style)

  private func drawFacts(_ facts: [Fact], on canvas: inout Canvas, row: inout Int) {
    for (label, text, style) in facts {
      canvas.write(label, row: row, column: 0, style: .muted)
      for line in Wrapping.lines(text, width: canvas.size.columns - Self.margin).prefix(3) {
        canvas.write(line, row: row, column: Self.margin, style: style)
        row += 1
      }
    }
    row += 1
  }

  private func identity(_ report: JobReport) -> [Fact] {
    let job = report.job
    let summary = JobSummary(report: report, model: model)
    let attempt = report.attempts > 1 ? ", attempt \(report.attempts)" : ""
    return [
      (
        "state", "\(report.state.glyph) \(report.state.word)\(summary.since)\(attempt)",
        report.state.style
      ),
      ("status", "\(job.nativeStatus)   phase \(report.phaseWord)", Style()),
      ("task", job.id.native, Style()),
      ("kind", job.kind?.rawValue ?? Wording.absent, Style()),
      ("from", summary.end(job.from), Style()),
      ("to", summary.end(job.to), Style()),
      ("source", "\(summary.place), read \(report.ageWord) ago", Style()),
    ]
  }

  private func drawBars(_ report: JobReport, on canvas: inout Canvas, row: inout Int) {
    for step in JobSummary(report: report, model: model).bars {
      let fraction = JobReport.fraction(of: step)
      canvas.write(step.label, row: row, column: 0, style: .muted, width: Self.margin - 1)
      canvas.progressBar(
        fraction, row: row, column: Self.margin, width: 30, style: Style(tone: .accent))
      canvas.writeNumber(
        JobReport.percent(fraction), row: row, column: Self.margin + 31, width: 4)
      row += 1
    }
  }

  private func outlook(_ report: JobReport) -> [Fact] {
    let lagStyle = model.severity(of: report.job.lag.value).style
    let counts = report.cutoverLines.isEmpty ? "" : "\n\(report.cutoverCounts)"
    return [
      ("eta", report.etaSentence, Style()),
      ("lag", JobSummary(report: report, model: model).lag, lagStyle),
      ("cut-over", report.cutoverSummary + counts, Style()),
    ]
  }

  private func drawError(_ report: JobReport, on canvas: inout Canvas, row: inout Int) {
    guard let error = report.errors.first else { return }
    let title = report.errors.count == 1 ? "error" : "first error of \(report.errors.count)"
    canvas.write(title, row: row, column: 0, style: .muted)
    let text = error.text
    let lines = Wrapping.lines(text, width: canvas.size.columns - 2).prefix(3)
    for (offset, line) in lines.enumerated() {
      canvas.write(line, row: row + 1 + offset, column: 2, style: Style(tone: .bad))
    }
    row += lines.count + 1
    if let remedy = RemedyLines(model.remedy(for: error, of: report.job)) {
      for line in remedy.box(width: canvas.size.columns - 2, rows: 4) {
        canvas.write(line.text, row: row, column: 2, style: line.style)
        row += 1
      }
    }
    row += 1
  }

  private func drawSteps(_ report: JobReport, on canvas: inout Canvas, row: inout Int) {
    guard !report.job.steps.isEmpty else { return }
    canvas.write("steps", row: row, column: 0, style: .muted)
    for (offset, step) in report.job.steps.enumerated() {
      let state = ShownState(step.state)
      let line = row + 1 + offset
      canvas.write(state.glyph, row: line, column: 2, style: state.style)
      canvas.write(step.label, row: line, column: 4, width: 21)
      canvas.write(state.word, row: line, column: 26, style: state.style)
      canvas.writeNumber(
        step.lag.value.map(Wording.duration) ?? "", row: line, column: 32, width: 7)
    }
    row += report.job.steps.count + 2
  }

  private func drawEvents(_ report: JobReport, on canvas: inout Canvas, row: inout Int) {
    let events = model.events(of: report.job.id)
    guard !events.isEmpty else { return }
    canvas.write("events", row: row, column: 0, style: .muted)
    for (offset, event) in events.prefix(max(0, canvas.size.rows - row - 1)).enumerated() {
      let line = row + 1 + offset
      canvas.write(Wording.timeOfDay(event.at.date), row: line, column: 2, style: .muted)
      canvas.write(event.text, row: line, column: 11)
    }
  }
}
