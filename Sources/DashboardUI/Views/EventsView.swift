import MigrationModel
import MigrationWatch

/// What changed in the fleet, newest first.
struct EventsView: BodyView {
  let model: DashboardViewModel

  func listRows(in size: Size) -> Int { max(1, size.rows - 1) }

  func draw(on canvas: inout Canvas) -> String {
    let isWide = canvas.size.columns >= 60
    canvas.write(
      isWide ? "  TIME     CHANGE         JOB                WHAT" : "  TIME     JOB", row: 0,
      column: 0,
      style: .heading)
    let events = model.events()
    if events.isEmpty {
      canvas.write("nothing changed since the start", row: 1, column: 2, style: .muted)
    }
    let shown = canvas.size.rows - 1
    for (line, index) in events.indices.dropFirst(model.place.top).prefix(max(0, shown))
      .enumerated()
    {
      draw(
        events[index], isSelected: index == model.place.cursor, isWide: isWide, on: &canvas,
        line: line + 1)
    }
    return position("events", first: model.place.top, shown: shown, of: events.count)
  }

  private func draw(
    _ event: FleetEvent, isSelected: Bool, isWide: Bool, on canvas: inout Canvas, line: Int
  ) {
    let style = Style(isReversed: isSelected)
    if isSelected {
      canvas.fill(row: line, style: style)
      canvas.put(canvas.glyphs.pointer, row: line, column: 0, style: style)
      canvas.setCursor(row: line, column: 0)
    }
    canvas.write(Wording.timeOfDay(event.at.date), row: line, column: 2, style: style)
    canvas.write(
      event.state.glyph, row: line, column: 11, style: isSelected ? style : event.state.style)
    guard isWide else {
      canvas.write("\(event.name) \(event.text)", row: line, column: 13, style: style)
      return
    }
    canvas.write(event.kind.rawValue, row: line, column: 13, style: style, width: 12)
    canvas.write(event.name, row: line, column: 26, style: style, width: 18)
    canvas.write(
      (event.times > 1 ? "x\(event.times) " : "") + event.text, row: line, column: 45, style: style)
  }
}
