import MigrationModel
import MigrationWatch

/// The selected job in six lines, below the fleet.
struct JobPreview {
  let model: DashboardViewModel

  func draw(on canvas: inout Canvas) {
    guard let report = model.currentJob else { return }
    let inside = canvas.box(
      title: "selected: \(report.job.name)", trailing: "p hides", style: .muted, titleStyle: .title)
    let lines = JobSummary(report: report, model: model)
    canvas.draw(in: inside) { canvas in
      lines.drawState(on: &canvas, row: 0)
      canvas.write(lines.endpoints, row: 1, column: 0)
      lines.drawProgress(on: &canvas, row: 2)
      canvas.write(lines.error, row: 3, column: 0, style: lines.errorStyle)
      canvas.write("\(lines.lag)   cut-over \(report.cutoverSummary)", row: 4, column: 0)
      canvas.write(lines.events, row: 5, column: 0, style: .muted)
    }
  }
}

/// The sentences about a job that several boxes share.
struct JobSummary {
  let report: JobReport
  let model: DashboardViewModel

  private var job: Job { report.job }

  func drawState(on canvas: inout Canvas, row: Int) {
    var column = canvas.write(
      "\(report.state.glyph) \(report.state.word)", row: row, column: 0, style: report.state.style)
    let since = report.stalledSince.map { "stands still since \(Wording.clock($0.date))   " } ?? ""
    column += 2
    canvas.write(
      "\(since)\(job.nativeStatus)   phase \(report.phaseWord)   attempt \(report.attempts)   "
        + "errors \(report.errors.count)   read \(report.ageWord) ago",
      row: row, column: column)
  }

  var endpoints: String {
    [
      "\(end(job.from)) -> \(end(job.to))", job.id.source,
      model.dashboard.shown.source(job.id.source)?.source.region, job.kind?.rawValue, job.id.native,
    ].compactMap { $0 }.joined(separator: "  ")
  }

  func end(_ endpoint: DatabaseEndpoint?) -> String {
    guard let endpoint else { return "not told" }
    let place = [endpoint.address, endpoint.database].compactMap { $0 }.joined(separator: "/")
    return [endpoint.engine, place.isEmpty ? nil : place].compactMap { $0 }.joined(separator: " ")
  }

  /// One bar for each step that tells how far it is.
  func drawProgress(on canvas: inout Canvas, row: Int) {
    let steps = job.steps.filter { JobReport.fraction(of: $0) != nil }.prefix(4)
    guard !steps.isEmpty else {
      canvas.write(
        "progress \(report.percentWord)   eta \(report.etaSentence)", row: row, column: 0)
      return
    }
    let width = max(6, (canvas.size.columns - 12) / max(1, steps.count) - 22)
    var column = 0
    for step in steps {
      column += canvas.write(String(step.label.prefix(10)), row: row, column: column) + 1
      canvas.progressBar(
        JobReport.fraction(of: step), row: row, column: column, width: width,
        style: Style(tone: .accent))
      column += width + 1
      column +=
        canvas.write(JobReport.percent(JobReport.fraction(of: step)), row: row, column: column) + 3
    }
    canvas.write("eta \(report.etaWord)", row: row, column: column)
  }

  var error: String {
    guard let error = report.errors.first else { return "no errors" }
    return "error   \([error.code, error.message].compactMap { $0 }.joined(separator: " "))"
  }

  var errorStyle: Style { report.errors.isEmpty ? .muted : Style(tone: .bad) }

  var lag: String {
    if let absence = report.lagAbsence { return "lag -   \(absence)" }
    return
      "lag \(report.lagWord) \(report.trendMark)  \(report.verdictWords): \(report.verdictReason)"
  }

  var events: String {
    let events = model.events(of: job.id).prefix(4)
      .map { "\(Wording.clock($0.at.date)) \($0.text)" }
    return "events  " + (events.isEmpty ? "none since the start" : events.joined(separator: "   "))
  }
}
