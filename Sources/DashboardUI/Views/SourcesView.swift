import MigrationModel
import MigrationWatch

/// How each source answers, and what to do about the selected one.
struct SourcesView: BodyView {
  let model: DashboardViewModel
  let layout: ScreenLayout

  /// With its border: what is wrong with the selected source and what to do about it.
  private static let leastDetail = 10

  /// Many sources scroll; below them the selected one keeps some rows, on a small screen half of them.
  func listRows(in size: Size) -> Int {
    let detail = min(Self.leastDetail, size.rows / 2)
    return max(1, min(model.sources.count, size.rows - 1 - detail))
  }

  func draw(on canvas: inout Canvas) -> Footnote {
    let sources = model.sources
    let rows = listRows(in: canvas.size)
    let parts = canvas.bounds.split(top: rows + 1)
    let columns = SourceColumns(width: canvas.size.columns)
    canvas.draw(in: parts.top) { canvas in
      drawHeading(columns, on: &canvas)
      for (line, index) in sources.indices.dropFirst(model.place.top).prefix(rows).enumerated() {
        let isSelected = index == model.place.cursor
        draw(sources[index], columns, isSelected: isSelected, on: &canvas, line: line + 1)
        canvas.mark(.row(index), Region(row: line + 1, rows: 1, columns: canvas.size.columns))
      }
    }
    if sources.isEmpty {
      canvas.write("no sources are configured", row: 1, column: 2, style: .muted)
    }
    if sources.indices.contains(model.place.cursor) {
      canvas.draw(in: parts.rest) { drawBoxes(sources[model.place.cursor], on: &$0) }
    }
    let legend =
      "NEXT: time to the next call, - waits for you   CLOCK: theirs minus ours"
      + (layout.size.columns >= 110 ? ", +-0.5s and half the latency" : "")
    guard sources.count > rows else {
      return Footnote(legend, short: "\(model.place.cursor + 1)/\(sources.count)")
    }
    return Footnote(
      "sources", first: model.place.top, shown: rows, of: sources.count, rest: "   \(legend)")
  }

  /// The selected source with the calls of all, and with room for them the others in trouble and what happened.
  private func drawBoxes(_ source: SourceReport, on canvas: inout Canvas) {
    let selected = SourceDetail(source, of: model, canvas.glyphs)
    let graph = layout.size.columns >= 180 ? canvas.size.columns / 2 : 46
    let columns = canvas.size.columns - (hasGraphs ? graph : 0)
    let height = layout.size.rows >= 36 ? selected.rows(columns) : canvas.size.rows
    let parts = canvas.bounds.split(top: height)
    canvas.draw(in: parts.top) { canvas in
      let halves = canvas.bounds.split(left: columns)
      canvas.draw(in: halves.left) { selected.draw(on: &$0) }
      guard hasGraphs else { return }
      canvas.draw(in: halves.rest) { CallGraphs(sources: model.sources).draw(on: &$0) }
    }
    canvas.draw(in: parts.rest) { drawRest(beside: source, on: &$0) }
  }

  private var hasGraphs: Bool { layout.size.columns >= 110 }

  private func drawRest(beside selected: SourceReport, on canvas: inout Canvas) {
    let others = model.sources.filter { $0.name != selected.name && $0.state.error != nil }
    let trouble = SourceTrouble(model: model, sources: others, glyphs: canvas.glyphs)
    let parts = canvas.bounds.split(top: others.isEmpty ? 0 : trouble.rows(canvas.size.columns))
    canvas.draw(in: parts.top) { trouble.draw(on: &$0) }
    canvas.draw(in: parts.rest) { drawEvents(on: &$0) }
  }

  private func drawEvents(on canvas: inout Canvas) {
    guard canvas.size.rows > 2 else { return }
    let events = model.sourceEvents
    let inside = canvas.box(
      title: "events of sources (\(events.count))",
      trailing: model.keyWords(.events, does: "all events", in: canvas.glyphs), style: .muted,
      titleStyle: .title)
    canvas.draw(in: inside) { canvas in
      if events.isEmpty {
        canvas.write("no source was in trouble", row: 0, column: 0, style: .muted)
      }
      for (row, event) in events.prefix(canvas.size.rows).enumerated() {
        canvas.write(Wording.timeOfDay(event.time), row: row, column: 0, style: .muted)
        canvas.write(event.state.glyph, row: row, column: 9, style: event.state.style)
        canvas.write(event.name, row: row, column: 11, width: 12)
        let times = event.times > 1 ? "x\(event.times) " : ""
        canvas.writeSentence(times + event.text, row: row, column: 24)
      }
    }
  }

  private func drawHeading(_ columns: SourceColumns, on canvas: inout Canvas) {
    for place in columns.places {
      if place.column.isFigure {
        canvas.writeRight(
          place.column.title, row: 0, column: place.start, width: place.width, style: .heading)
      } else {
        canvas.write(
          place.column.title, row: 0, column: place.start, style: .heading, width: place.width)
      }
    }
  }

  private func draw(
    _ source: SourceReport, _ columns: SourceColumns, isSelected: Bool, on canvas: inout Canvas,
    line: Int
  ) {
    if isSelected {
      canvas.put(canvas.glyphs.pointer, row: line, column: 0, style: .title)
      canvas.setCursor(row: line, column: 0)
    }
    for place in columns.places {
      let text = text(of: place.column, source)
      if place.column.isFigure {
        canvas.writeNumber(text, row: line, column: place.start, width: place.width)
      } else {
        canvas.write(
          text, row: line, column: place.start,
          style: style(of: place.column, source, isSelected: isSelected), width: place.width)
      }
    }
  }

  private func style(
    of column: SourceColumn, _ source: SourceReport, isSelected: Bool
  ) -> Style {
    switch column {
    case .health: ShownState(source.state.health).style
    case .name: Style(isReversed: isSelected)
    case .error: source.state.error == nil ? .muted : Style()
    case .service, .region, .authentication, .lastSuccess, .next, .latency, .calls, .clock, .jobs,
      .endpoint, .remedy:
      Style()
    }
  }

  private func text(of column: SourceColumn, _ source: SourceReport) -> String {
    let state = source.state
    return switch column {
    case .health: "\(ShownState(state.health).glyph) \(state.health.rawValue)"
    case .name: source.name
    case .service: state.source.service.tag
    case .region: state.source.region ?? Wording.absent
    case .authentication: state.source.authentication
    case .lastSuccess: source.lastSuccessWord
    case .next: source.nextWord
    case .latency: source.latencyWord
    case .calls: source.callsWord
    case .clock: source.clockWord
    case .jobs: Wording.count(Int64(model.jobCount(of: source)))
    case .endpoint: state.source.endpoint
    case .error: source.errorWord
    case .remedy: source.remedy.isEmpty ? Wording.absent : source.remedy
    }
  }
}
