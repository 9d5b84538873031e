import MigrationWatch

/// The jobs and sources that somebody should look at, gravest first.
struct AttentionList {
  let model: DashboardViewModel

  private static let mostRows = 12

  private var attention: FleetAttention { model.dashboard.attention }

  /// With its border.
  var rows: Int { min(Self.mostRows, max(1, attention.items.count)) + 2 }

  func draw(on canvas: inout Canvas) {
    let acknowledged = attention.acknowledgedCount
    let note = acknowledged == 0 ? "" : ", \(acknowledged) acknowledged"
    let inside = canvas.box(
      title: "attention (\(attention.items.count)\(note))",
      trailing: model.keyWords(.attention, does: "jumps", in: canvas.glyphs), style: .muted,
      titleStyle: .title)
    canvas.draw(in: inside) { canvas in
      if attention.items.isEmpty {
        canvas.write("nothing", row: 0, column: 0, style: .muted)
      }
      for (row, item) in attention.items.prefix(canvas.size.rows).enumerated() {
        AttentionLine(item, model)?.draw(on: &canvas, row: row)
      }
    }
  }
}
