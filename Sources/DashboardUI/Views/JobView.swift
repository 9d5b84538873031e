import MigrationModel
import MigrationWatch

/// One job: its heading and its live panes.
struct JobView: BodyView {
  let model: DashboardViewModel
  let layout: ScreenLayout
  let id: Job.ID

  private var pane: Pane { model.place.pane }

  func listRows(in size: Size) -> Int {
    max(1, model.place.isZoomed ? size.rows - 3 : size.rows / 4)
  }

  func draw(on canvas: inout Canvas) -> Footnote {
    guard let report = model.job(id) else {
      canvas.write(model.absenceWords, row: 0, column: 0, style: .muted)
      return Footnote("")
    }
    drawHeading(report, on: &canvas)
    let body = canvas.bounds.split(top: 1).rest
    let regions = regions(body)
    let panes = JobPanes(model: model, report: report, isStacked: regions.count <= 3)
    for (pane, region) in regions {
      canvas.mark(.pane(pane), region)
      canvas.draw(in: region) { panes.draw(pane, isActive: pane == self.pane, on: &$0) }
    }
    return Footnote(
      "read \(report.ageWord) ago   \(footnote(report))", short: "read \(report.ageWord) ago")
  }

  private func footnote(_ report: JobReport) -> String {
    let old = report.isStale ? "the data is too old to judge   " : ""
    let notes = report.job.notes.isEmpty ? "" : "   note: \(report.job.notes[0])"
    return old + "warning above \(Wording.limit(model.lagWarning)), "
      + "critical above \(Wording.limit(model.lagCritical))" + notes
  }

  private func drawHeading(_ report: JobReport, on canvas: inout Canvas) {
    let job = report.job
    var column = canvas.write(
      "\(report.state.glyph) \(report.state.word)  ", row: 0, column: 0, style: report.state.style)
    column += canvas.write(model.title(of: job), row: 0, column: column, style: .heading) + 3
    let facts = [
      [job.id.source, model.dashboard.shown.source(job.id.source)?.source.region]
        .compactMap { $0 }.joined(separator: " "),
      "\(job.from?.engine ?? "?") -> \(job.to?.engine ?? "?")", "phase \(report.phaseWord)",
      "status \(job.nativeStatus)",
      job.startedAt.map { "up \(Wording.longAge(report.age(of: $0)))" },
      job.kind?.rawValue, job.id.native,
    ].compactMap { $0 }
    for fact in facts {
      guard column + TextWidth.columns(of: fact) <= canvas.size.columns else { break }
      column += canvas.write(fact, row: 0, column: column, style: .muted) + 3
    }
  }

  /// Where each pane goes. A narrow screen shows progress, lag and the chosen one of the others.
  private func regions(_ body: Region) -> [(Pane, Region)] {
    if model.place.isZoomed || body.rows < 12 { return [(pane, body)] }
    if body.columns >= 180, body.rows >= 30 { return wide(body) }
    if body.columns >= 110, body.rows >= 26 { return medium(body) }
    return narrow(body)
  }

  private func narrow(_ body: Region) -> [(Pane, Region)] {
    let top = body.split(top: 7)
    let lagRows = max(5, top.rest.rows * 7 / 12)
    let middle = top.rest.split(top: lagRows)
    let lower: Pane = pane == .progress || pane == .lag ? .errors : pane
    return [(.progress, top.top), (.lag, middle.top), (lower, middle.rest)]
  }

  private func medium(_ body: Region) -> [(Pane, Region)] {
    let top = body.split(top: 12)
    let upper = top.top.split(left: body.columns / 2)
    let middle = top.rest.split(top: max(6, top.rest.rows / 2 - 1))
    let lower = middle.rest.split(left: body.columns * 3 / 5)
    let right: Pane = pane == .steps ? .steps : .events
    return [
      (.progress, upper.left), (.cutover, upper.rest), (.lag, middle.top), (.errors, lower.left),
      (right, lower.rest),
    ]
  }

  private func wide(_ body: Region) -> [(Pane, Region)] {
    let top = body.split(top: min(18, body.rows / 3))
    let first = top.top.split(left: 64)
    let second = first.rest.split(right: 60)
    let middle = top.rest.split(top: top.rest.rows / 2)
    let lower = middle.rest.split(left: body.columns * 3 / 5)
    return [
      (.progress, first.left), (.cutover, second.rest), (.steps, second.right), (.lag, middle.top),
      (.errors, lower.left), (.events, lower.rest),
    ]
  }
}
