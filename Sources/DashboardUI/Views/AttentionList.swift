import MigrationModel
import MigrationWatch

/// The jobs and sources that somebody should look at, gravest first.
struct AttentionList {
  let model: DashboardViewModel

  private struct Item {
    let state: ShownState
    let word: String
    let name: String
    let reason: String
    /// How long it is so; `nil` if nobody saw it begin.
    let age: Duration?
  }

  /// The rows looked at: those that need attention stand first where the fleet is sorted by state.
  private static let longest = 500
  private static let mostRows = 12

  /// With its border.
  var rows: Int { min(Self.mostRows, max(1, items.count)) + 2 }

  func draw(on canvas: inout Canvas) {
    let items = items
    let acknowledged = reports.count { $0.record.isAcknowledged }
    let note = acknowledged == 0 ? "" : ", \(acknowledged) acknowledged"
    let inside = canvas.box(
      title: "attention (\(items.count)\(note))", trailing: "a jumps", style: .muted,
      titleStyle: .title)
    canvas.draw(in: inside) { canvas in
      for (row, item) in items.prefix(canvas.size.rows).enumerated() {
        draw(item, on: &canvas, row: row)
      }
    }
  }

  private func draw(_ item: Item, on canvas: inout Canvas, row: Int) {
    let columns = canvas.size.columns
    canvas.write(item.state.glyph, row: row, column: 0, style: item.state.style)
    canvas.write(item.word, row: row, column: 2, style: item.state.style, width: 5)
    canvas.write(item.name, row: row, column: 8, width: 18)
    canvas.write(item.reason, row: row, column: 27, style: .muted, width: columns - 27 - 5)
    canvas.writeNumber(
      item.age.map(Wording.age) ?? "", row: row, column: columns - 4, width: 4, style: .muted)
  }

  private var items: [Item] {
    let sources = model.sources.filter { $0.state.error != nil }.map { source in
      Item(
        state: ShownState(source.state.health), word: source.badge, name: source.name,
        reason: source.state.error?.message ?? "",
        age: source.state.troubleSince.map { model.now.uptime - $0.uptime })
    }
    let jobs = reports.filter { !$0.record.isAcknowledged }.map { report in
      Item(
        state: report.state, word: report.state.word, name: model.title(of: report.job),
        reason: reason(report), age: model.beginning(of: report).map { report.age(of: $0) })
    }
    return ShownState.allCases.flatMap { state in
      jobs.filter { $0.state == state } + sources.filter { $0.state == state }
    }
  }

  private var reports: [JobReport] {
    (0..<min(model.rowCount, Self.longest)).compactMap(model.job(at:))
      .filter { $0.state <= .unknown }
  }

  private func reason(_ report: JobReport) -> String {
    switch report.state {
    case .stalled:
      "\(report.percentWord) since \(report.stalledSince.map { Wording.clock($0.date) } ?? "")"
    case .stale: "data of \(Wording.clock(report.job.observedAt))"
    case .failed, .warning, .unknown, .running, .paused, .pending, .stopped, .done:
      report.errors.first { $0.isActive }?.causeAndSymptom.cause
        ?? report.errors.first?.causeAndSymptom.cause ?? "status \(report.job.nativeStatus)"
    }
  }
}
