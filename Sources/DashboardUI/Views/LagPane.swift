import MigrationModel
import MigrationWatch

/// The lag of a job over time.
struct LagPane {
  let model: DashboardViewModel
  let report: JobReport
  /// Seconds; `nil` where the window has no sample. Worked out once, for it goes through all of them.
  let highest: Double?

  init(model: DashboardViewModel, report: JobReport) {
    self.model = model
    self.report = report
    highest = model.lagSeries(report.job.id, columns: 60).maximum
  }

  /// A graph needs as many rows; below, it is one row of bars.
  private static let leastRows = 3

  /// In seconds. What is far from any threshold is no mountain.
  private static let leastTop = 10.0

  /// Whether there is a lag now, or was one in the time that the graph shows.
  var hasGraph: Bool { report.job.lag.value != nil || highest != nil }

  /// How many values a graph has room for; `nil` where there is none.
  func columns(in size: Size) -> Int? {
    guard hasGraph, size.columns > 0, size.rows > 0 else { return nil }
    return plan(size).columns
  }

  func draw(on canvas: inout Canvas) {
    guard hasGraph else {
      canvas.writeSentence(
        "lag -   \(report.lagAbsence ?? "")", row: 0, column: 0, style: .muted)
      return
    }
    guard canvas.size.rows >= Self.leastRows else { return drawRow(on: &canvas) }
    canvas.draw(graph(plan(canvas.size)))
  }

  /// One row of bars, for a pane without room for a graph.
  private func drawRow(on canvas: inout Canvas) {
    let plan = plan(canvas.size)
    let now = "\(report.lagWord) \(report.trendMark)"
    let used =
      canvas.size.columns >= plan.columns + now.count + 2
      ? canvas.writeSentence(
        now, row: 0, column: 0, style: model.severity(of: report).style) + 2 : 0
    canvas.sparkline(
      plan.series.values, maximum: plan.top, row: 0, column: used,
      width: canvas.size.columns - used, style: Style(tone: .accent))
    guard let cursor = cursor(plan.series) else { return }
    canvas.put(
      "|", row: 0, column: canvas.size.columns - plan.columns + cursor,
      style: Style(isReversed: true))
  }

  private struct Plan {
    let series: LagSeries
    let top: Double
    var columns: Int { series.columnCount }
  }

  /// The axis is as wide as its labels, and they depend on the largest value alone.
  private func plan(_ size: Size) -> Plan {
    let top = LagGraph.top(above: max(highest ?? 0, Self.leastTop))
    let room: Int
    if size.rows < Self.leastRows {
      let figure = report.lagWord.count + 4
      room = size.columns >= figure + 8 ? size.columns - figure : size.columns
    } else {
      room = size.columns - Canvas.axisColumns(of: graph([], top), in: size)
    }
    return Plan(series: series(max(1, room)), top: top)
  }

  private func series(_ columns: Int) -> LagSeries {
    model.lagSeries(
      report.job.id, columns: columns,
      valuesAColumn: LagGraph.values(aCellOf: model.dashboard.graphStyle))
  }

  private func graph(_ plan: Plan) -> LagGraph {
    var graph = graph(plan.series.values, plan.top)
    graph.reading = plan.series.reading
    graph.cursor = cursor(plan.series)
    return graph
  }

  private func graph(_ values: [Double?], _ top: Double) -> LagGraph {
    LagGraph(
      values: values, maximum: top, threshold: model.lagCritical / .seconds(1),
      warning: model.lagWarning / .seconds(1), style: model.dashboard.graphStyle)
  }

  /// The column of the cursor; `nil` while there is none.
  func cursor(_ series: LagSeries) -> Int? {
    guard model.place.pane == .lag else { return nil }
    return model.dashboard.graphCursor.map(series.column(at:))
  }
}
