import MigrationModel
import MigrationWatch

/// What changed in the fleet, newest first, with the selected change in full below.
struct EventsView: BodyView {
  let model: DashboardViewModel

  private func detailRows(_ size: Size) -> Int { size.rows >= 18 && size.columns >= 60 ? 5 : 0 }

  func listRows(in size: Size) -> Int { max(1, size.rows - 1 - detailRows(size)) }

  func draw(on canvas: inout Canvas) -> Footnote {
    let events = model.events()
    let columns = EventColumns(
      canvas.size.columns, sourceWidth: model.sources.map { $0.name.count }.max() ?? 6)
    let parts = canvas.bounds.split(bottom: detailRows(canvas.size))
    let shown = max(0, parts.rest.rows - 1)
    canvas.draw(in: parts.rest) { canvas in
      columns.drawHeading(on: &canvas)
      if events.isEmpty {
        canvas.write("nothing changed since the start", row: 1, column: 2, style: .muted)
      }
      for (line, index) in events.indices.dropFirst(model.place.top).prefix(shown).enumerated() {
        let isSelected = index == model.place.cursor
        columns.draw(events[index], isSelected: isSelected, on: &canvas, line: line + 1)
        canvas.mark(.row(index), Region(row: line + 1, rows: 1, columns: canvas.size.columns))
      }
    }
    if events.indices.contains(model.place.cursor) {
      canvas.draw(in: parts.bottom) { drawDetail(events[model.place.cursor], on: &$0) }
    }
    return Footnote(
      "rows", first: model.place.top, shown: shown, of: events.count,
      rest: "   repeats are one row, xN   times are UTC")
  }

  private func drawDetail(_ event: FleetEvent, on canvas: inout Canvas) {
    let inside = canvas.box(
      title: "\(Wording.clock(event.at.date)) \(event.name)",
      trailing: "Enter: the \(event.job == nil ? "sources" : "job") at that moment", style: .muted,
      titleStyle: .title)
    let job = model.job(event.job)
    let facts = [
      "\(event.state.glyph) \(event.state.word)", event.source,
      job.map { "status \($0.job.nativeStatus)" }, job.map { "phase \($0.phaseWord)" },
      event.times > 1 ? "seen \(event.times) times" : nil,
    ].compactMap { $0 }
    canvas.draw(in: inside) { canvas in
      canvas.write(facts.joined(separator: "   "), row: 0, column: 0, style: event.state.style)
      for (row, line) in Wrapping.lines(event.text, width: canvas.size.columns).enumerated() {
        canvas.write(line, row: row + 1, column: 0)
      }
    }
  }
}

/// Where the parts of an event stand in a line of some width.
struct EventColumns {
  private let source: Int?
  private let job: Int
  private let text: Int
  private let isWide: Bool

  init(_ columns: Int, sourceWidth: Int) {
    isWide = columns >= 60
    source = columns >= 100 ? 26 : nil
    job = source.map { $0 + min(12, sourceWidth) + 1 } ?? (isWide ? 26 : 13)
    text = job + 19
  }

  func drawHeading(on canvas: inout Canvas) {
    func heading(_ text: String, _ column: Int) {
      canvas.write(text, row: 0, column: column, style: .heading)
    }
    heading("TIME\(canvas.glyphs.descending)", 2)
    if isWide { heading("CHANGE", 11) }
    if let source { heading("SRC", source) }
    heading("JOB", job)
    if isWide { heading("WHAT", text) }
  }

  func draw(_ event: FleetEvent, isSelected: Bool, on canvas: inout Canvas, line: Int) {
    let style = Style(isReversed: isSelected)
    if isSelected {
      canvas.fill(row: line, style: style)
      canvas.put(canvas.glyphs.pointer, row: line, column: 0, style: style)
      canvas.setCursor(row: line, column: 0)
    }
    func write(_ text: String, _ column: Int, _ width: Int? = nil) {
      canvas.write(text, row: line, column: column, style: style, width: width)
    }
    write(Wording.timeOfDay(event.at.date), 2)
    let glyphStyle = isSelected ? style : event.state.style
    canvas.write(event.state.glyph, row: line, column: 11, style: glyphStyle)
    guard isWide else { return write("\(event.name) \(event.text)", job) }
    write(event.kind.rawValue, 13, 12)
    if let source { write(event.source, source, job - source - 1) }
    write(event.job == nil ? Wording.absent : event.name, job, 18)
    write((event.times > 1 ? "x\(event.times) " : "") + event.text, text)
  }
}
