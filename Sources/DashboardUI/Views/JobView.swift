import MigrationModel
import MigrationWatch

/// One job: its heading and its live panes.
struct JobView: BodyView {
  let model: DashboardViewModel
  let id: Job.ID

  private static let headingRows = 1

  func listRows(in size: Size) -> Int {
    max(1, model.job(id).map { inside(panes(size, $0)).rows } ?? 0)
  }

  /// With what the active pane has to show.
  func viewport(in size: Size, _ glyphs: Glyphs) -> Viewport {
    guard let report = model.job(id) else { return Viewport(rows: 1, lines: 1) }
    let panes = panes(size, report)
    let inside = inside(panes)
    return Viewport(
      rows: max(1, inside.rows), lines: panes.content(of: model.place.pane, inside)?.count ?? 0,
      graphColumns: model.place.pane == .lag ? panes.lag.columns(in: inside) : nil)
  }

  func draw(on canvas: inout Canvas) -> Footnote {
    guard let report = model.job(id) else {
      canvas.write(model.absenceWords, row: 0, column: 0, style: .muted)
      return Footnote("")
    }
    JobHeading(report: report, model: model).draw(on: &canvas)
    let panes = panes(canvas.size, report)
    canvas.draw(in: canvas.bounds.split(top: Self.headingRows).rest) { canvas in
      for place in panes.layout.places {
        canvas.mark(.pane(place.pane), place.region)
        canvas.draw(in: place.region) { panes.draw(place.pane, on: &$0) }
      }
    }
    return Footnote(
      footnote(report, canvas.size.columns), short: "sample \(report.ageWord) old")
  }

  private func panes(_ size: Size, _ report: JobReport) -> JobPanes {
    let lag = LagPane(model: model, report: report)
    let layout = JobLayout(
      Size(rows: size.rows - Self.headingRows, columns: size.columns), active: model.place.pane,
      isZoomed: model.place.isZoomed, hasGraph: lag.hasGraph)
    return JobPanes(model: model, report: report, layout: layout, lag: lag)
  }

  /// The room inside the active pane's border.
  private func inside(_ panes: JobPanes) -> Size {
    panes.layout.region(of: model.place.pane)?.inset(rows: 1, columns: 2).size
      ?? Size(rows: 0, columns: 0)
  }

  /// As many of the sentences as fit, the first ones first.
  private func footnote(_ report: JobReport, _ columns: Int) -> String {
    let age = report.sampleWords
    let clock = model.sources.first { $0.name == id.source }?.clockWarning

    let critical = "critical above \(Wording.limit(model.lagCritical))"
    let both = "warning above \(Wording.limit(model.lagWarning)), \(critical)"
    let start =
      [age, clock, report.isStale ? "too old to judge" : nil, report.lagSentence]
      .compactMap(\.self)
    let candidates = [
      start + ["\(both) (config: thresholds)"], start + [both], start + [critical], start,
    ]
    return candidates.map { $0.joined(separator: "   ") }
      .first { TextWidth.columns(of: $0) <= columns } ?? age
  }
}
