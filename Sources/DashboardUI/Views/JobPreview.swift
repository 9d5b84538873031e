import MigrationModel
import MigrationWatch

/// The selected job in six lines, below the fleet.
struct JobPreview {
  let model: DashboardViewModel

  func draw(on canvas: inout Canvas) {
    guard let report = model.currentJob else { return }
    let inside = canvas.box(
      title: "selected: \(model.title(of: report.job))",
      trailing: model.keyWords(.preview, does: "hides", in: canvas.glyphs), style: .muted,
      titleStyle: .title)
    let summary = JobSummary(report: report, model: model)
    canvas.draw(in: inside) { canvas in
      drawState(report, summary, on: &canvas)
      drawEnds(report, summary, on: &canvas)
      drawProgress(report, summary, on: &canvas)
      drawFigures(report, summary, on: &canvas)
      drawOutlook(report, summary, on: &canvas)
      drawEvents(summary, on: &canvas)
    }
  }

  private func drawState(
    _ report: JobReport, _ summary: JobSummary, on canvas: inout Canvas
  ) {
    let facts: [String?] = [
      report.job.nativeStatus, "phase \(report.phaseWord)",
      report.attempts > 1 ? "attempt \(report.attempts)" : nil, "steps \(report.stepsWord)",
      "errors \(report.errorCount)", "read \(report.ageWord) ago",
    ]
    let since = summary.since.isEmpty ? "" : " \(summary.since)"
    let column = canvas.write(
      report.state.word + since, row: 0, column: 0, style: report.state.style)
    canvas.writeSentence(
      facts.compactMap(\.self).joined(separator: "   "), row: 0, column: column + 3)
  }

  /// Of an id that does not fit the end is shown: that is where ids differ.
  private func drawEnds(
    _ report: JobReport, _ summary: JobSummary, on canvas: inout Canvas
  ) {
    let job = report.job
    let used = canvas.writeSentence(
      "\(summary.end(job.from)) -> \(summary.end(job.to))   \(summary.place) ", row: 1, column: 0)
    let room = canvas.size.columns - used
    let id = job.id.native
    guard room >= 6 else { return }
    canvas.write(
      id.count <= room ? id : "\(canvas.glyphs.ellipsis)\(id.suffix(min(12, room - 1)))", row: 1,
      column: used, style: .muted)
  }

  /// One bar for each step that tells how far it is, and what goes on where an error takes the
  /// line of the figures.
  private func drawProgress(
    _ report: JobReport, _ summary: JobSummary, on canvas: inout Canvas
  ) {
    let steps = summary.bars.suffix(4)
    var words = steps.isEmpty ? ["progress \(report.percentWord)"] : []
    words.append("eta \(report.etaSentence)")
    if summary.isCopied, !summary.errors.isEmpty { words += summary.figures }
    let least = steps.count * 21
    while words.count > 1, text(words).count + least > canvas.size.columns { words.removeLast() }
    let room = canvas.size.columns - TextWidth.columns(of: text(words)) - 3
    let width = min(20, room / max(1, steps.count) - 17)
    var column = 0
    for step in steps where width >= 4 {
      draw(step, report, column: column, width: width, on: &canvas)
      column += width + 17
    }
    canvas.writeSentence(text(words), row: 2, column: column)
  }

  private func text(_ words: [String]) -> String { words.joined(separator: "   ") }

  private func draw(
    _ step: Step, _ report: JobReport, column: Int, width: Int, on canvas: inout Canvas
  ) {
    canvas.write(
      JobSummary.shortName(of: step), row: 2, column: column, style: .muted, width: 8)
    canvas.progressBar(
      JobReport.fraction(of: step), row: 2, column: column + 9, width: width,
      style: Style(tone: .accent))
    canvas.writeNumber(
      report.percentWord(of: step), row: 2, column: column + width + 10, width: 4)
  }

  /// What is wrong, or what goes on while nothing is.
  private func drawFigures(
    _ report: JobReport, _ summary: JobSummary, on canvas: inout Canvas
  ) {
    if summary.errors.isEmpty, !summary.figures.isEmpty {
      let used = canvas.write("figures ", row: 3, column: 0, style: .muted)
      canvas.writeSentence(summary.figures.joined(separator: "   "), row: 3, column: used)
      return
    }
    let used = canvas.write("error   ", row: 3, column: 0, style: .muted)
    canvas.writeSentence(summary.error, row: 3, column: used, style: summary.errorStyle)
  }

  private func drawOutlook(
    _ report: JobReport, _ summary: JobSummary, on canvas: inout Canvas
  ) {
    var column = canvas.write("lag     ", row: 4, column: 0, style: .muted)
    column += canvas.writeSentence(
      summary.lag, row: 4, column: column, style: model.severity(of: report).style)
    let counts = report.cutoverCounts.isEmpty ? "" : "   \(report.cutoverCounts)"
    let cutover = report.cutoverSummary + counts
    let age = "   \(report.sampleWords)"
    let needed = column + TextWidth.columns(of: age) + 12 + TextWidth.columns(of: cutover)
    if report.lagAge != nil, needed <= canvas.size.columns {
      column += canvas.write(age, row: 4, column: column, style: .muted)
    }
    column += 3
    column += canvas.write("cut-over ", row: 4, column: column, style: .muted)
    canvas.writeSentence(cutover, row: 4, column: column)
  }

  /// Whole ones only.
  private func drawEvents(_ summary: JobSummary, on canvas: inout Canvas) {
    var column = canvas.write("events  ", row: 5, column: 0, style: .muted)
    let events = summary.events
    if events.isEmpty {
      canvas.write("none since the start", row: 5, column: column, style: .muted)
    }
    for event in events.prefix(4) {
      let text = "\(Wording.timeOfDay(event.time)) \(event.sentence)"
      let isFirst = column == 8
      guard isFirst || column + TextWidth.columns(of: text) <= canvas.size.columns else { return }
      column += canvas.writeSentence(text, row: 5, column: column, style: .muted) + 3
    }
  }
}
