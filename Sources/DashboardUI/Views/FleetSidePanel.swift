import MigrationModel
import MigrationWatch

/// Beside a wide fleet: what needs attention, and the selected job.
struct FleetSidePanel {
  let model: DashboardViewModel

  func draw(on canvas: inout Canvas) {
    let rows = min(14, max(5, attention.count + 2))
    let parts = canvas.bounds.split(top: rows)
    canvas.draw(in: parts.top) { drawAttention(on: &$0) }
    canvas.draw(in: parts.rest) { drawSelected(on: &$0) }
  }

  private var attention: [JobReport] {
    var reports: [JobReport] = []
    for row in 0..<min(model.rowCount, 500) {
      guard let report = model.job(at: row), report.state <= .unknown else { continue }
      reports.append(report)
    }
    return reports
  }

  private func drawAttention(on canvas: inout Canvas) {
    let reports = attention
    let inside = canvas.box(
      title: "attention (\(reports.count))", trailing: "a jumps", style: .muted, titleStyle: .title)
    canvas.draw(in: inside) { canvas in
      for (row, report) in reports.prefix(canvas.size.rows).enumerated() {
        canvas.write(
          "\(report.state.glyph) \(report.state.word)", row: row, column: 0,
          style: report.state.style)
        canvas.write(report.job.name, row: row, column: 8, width: 18)
        canvas.write(reason(report), row: row, column: 27, style: .muted)
      }
    }
  }

  private func reason(_ report: JobReport) -> String {
    if let since = report.stalledSince {
      return "\(report.percentWord) since \(Wording.clock(since.date))"
    }
    if report.state == .stale { return "data of \(Wording.clock(report.job.observedAt))" }
    return report.errors.first?.causeAndSymptom.cause ?? report.job.nativeStatus
  }

  private func drawSelected(on canvas: inout Canvas) {
    guard let report = model.currentJob else { return }
    let inside = canvas.box(
      title: "selected: \(report.job.name)", trailing: "p hides", style: .muted, titleStyle: .title)
    canvas.draw(in: inside) { canvas in
      var row = 0
      for (label, text, style) in facts(report) {
        guard row < canvas.size.rows else { return }
        canvas.write(label, row: row, column: 0, style: .muted)
        for line in Wrapping.lines(text, width: canvas.size.columns - 9).prefix(4) {
          canvas.write(line, row: row, column: 9, style: style)
          row += 1
        }
      }
      drawSteps(report, on: &canvas, from: row + 1)
    }
  }

  private func facts(_ report: JobReport) -> [(String, String, Style)] {
    let job = report.job
    let summary = JobSummary(report: report, model: model)
    return [
      (
        "state", "\(report.state.glyph) \(report.state.word), attempt \(report.attempts)",
        report.state.style
      ),
      ("status", "\(job.nativeStatus)   phase \(report.phaseWord)", Style()),
      ("task", job.id.native, Style()),
      ("kind", job.kind?.rawValue ?? Wording.absent, Style()),
      ("from", summary.end(job.from), Style()),
      ("to", summary.end(job.to), Style()),
      ("source", "\(job.id.source), read \(report.ageWord) ago", Style()),
      ("eta", report.etaSentence, Style()),
      ("lag", String(summary.lag.dropFirst(4)), model.severity(of: job.lag.value).style),
      ("cut-over", report.cutoverSummary, Style()),
      ("error", report.errors.first?.message ?? "none", summary.errorStyle),
    ]
  }

  private func drawSteps(_ report: JobReport, on canvas: inout Canvas, from first: Int) {
    for (offset, step) in report.job.steps.enumerated() {
      let state = ShownState(step.state)
      canvas.write(
        "\(state.glyph) \(state.word)", row: first + offset, column: 0, style: state.style)
      canvas.write(step.label, row: first + offset, column: 9, width: 24)
      canvas.progressBar(
        JobReport.fraction(of: step), row: first + offset, column: 34, width: 14,
        style: Style(tone: .accent))
      canvas.writeNumber(
        JobReport.percent(JobReport.fraction(of: step)), row: first + offset, column: 49, width: 5)
    }
    let eventsRow = first + report.job.steps.count + 1
    for (offset, event) in model.events(of: report.job.id).enumerated() {
      canvas.write(Wording.clock(event.at.date), row: eventsRow + offset, column: 0, style: .muted)
      canvas.write(event.text, row: eventsRow + offset, column: 11)
    }
  }
}
