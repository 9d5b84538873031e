import MigrationModel
import MigrationWatch

/// Beside a wide fleet: what needs attention, the worst lag, and the selected job.
struct FleetSidePanel {
  let model: DashboardViewModel

  /// With its border.
  private static let graphRows = 6
  /// What the selected job needs at least.
  private static let jobRows = 26

  func draw(on canvas: inout Canvas) {
    let attention = AttentionList(model: model)
    let parts = canvas.bounds.split(top: attention.rows)
    canvas.draw(in: parts.top) { attention.draw(on: &$0) }
    let hasGraph = parts.rest.rows >= Self.graphRows + Self.jobRows
    let lower = parts.rest.split(top: hasGraph ? Self.graphRows : 0)
    canvas.draw(in: lower.top) { drawWorstLag(on: &$0) }
    canvas.draw(in: lower.rest) { canvas in
      guard let report = model.currentJob else { return }
      FleetSideJob(model: model, report: report).draw(on: &canvas)
    }
  }

  private func drawWorstLag(on canvas: inout Canvas) {
    let now = model.worstLagNow.map { "now \(Wording.duration($0))" }
    let critical = "critical \(Wording.limit(model.lagCritical))"
    let inside = canvas.box(
      title: "worst lag of the fleet, 1h",
      trailing: [now, critical].compactMap(\.self).joined(separator: ", "), style: .muted,
      titleStyle: .title)
    canvas.draw(in: inside) { canvas in
      let top = model.worstLag(columns: 60).maximum.map(LagGraph.top(above:))
      guard let top else {
        canvas.write("- no job replicates", row: 0, column: 0, style: .muted)
        return
      }
      var graph = LagGraph(
        values: [], maximum: top, threshold: model.lagCritical / .seconds(1),
        warning: model.lagWarning / .seconds(1))
      let axis = Canvas.axisColumns(of: graph, in: canvas.size)
      graph.values = model.worstLag(columns: max(1, canvas.size.columns - axis)).values
      canvas.draw(graph)
    }
  }
}
