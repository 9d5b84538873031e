import MigrationModel
import MigrationWatch

/// How each source answers, and what to do about the selected one.
struct SourcesView: BodyView {
  let model: DashboardViewModel
  let layout: ScreenLayout

  func listRows(in size: Size) -> Int { max(1, min(model.sources.count, size.rows - 1)) }

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
    if sources.indices.contains(model.place.cursor) {
      canvas.draw(in: parts.rest) { drawBoxes(sources[model.place.cursor], on: &$0) }
    }
    return Footnote(
      "NEXT: time to the next call, - waits for you   CLOCK: theirs minus ours",
      short: "\(model.place.cursor + 1)/\(sources.count)")
  }

  /// The selected source, and with room for them the others in trouble and what happened.
  private func drawBoxes(_ source: SourceReport, on canvas: inout Canvas) {
    let others = model.sources.filter { $0.name != source.name && $0.state.error != nil }
    let selected = SourceDetail(source: source, jobs: model.jobCount(of: source))
    guard layout.size.rows >= 36 else { return selected.draw(on: &canvas) }
    let height = selected.lines(canvas.size.columns - 4).count + 2
    let upper = canvas.bounds.split(top: height)
    canvas.draw(in: upper.top) { selected.draw(on: &$0) }
    var rest = upper.rest
    if !others.isEmpty {
      let parts = rest.split(top: others.count * 4 + 2)
      canvas.draw(in: parts.top) { drawTrouble(others, on: &$0) }
      rest = parts.rest
    }
    canvas.draw(in: rest) { drawEvents(on: &$0) }
  }

  private func drawTrouble(_ sources: [SourceReport], on canvas: inout Canvas) {
    let inside = canvas.box(title: "other trouble", style: .muted, titleStyle: .title)
    canvas.draw(in: inside) { canvas in
      for (index, source) in sources.enumerated() {
        let detail = SourceDetail(source: source, jobs: model.jobCount(of: source))
        canvas.write(
          "\(source.name)   \(detail.health)", row: index * 4, column: 0,
          style: ShownState(source.state.health).style)
        for (offset, text) in [
          source.state.errorText, "next try \(detail.next)", "to do: \(source.remedy)",
        ].enumerated() {
          canvas.write(text, row: index * 4 + 1 + offset, column: 2)
        }
      }
    }
  }

  private func drawEvents(on canvas: inout Canvas) {
    guard canvas.size.rows > 2 else { return }
    let events = model.events().filter { $0.kind == .source }
    let inside = canvas.box(
      title: "events of sources (\(events.count))", trailing: "E all events", style: .muted,
      titleStyle: .title)
    canvas.draw(in: inside) { canvas in
      for (row, event) in events.prefix(canvas.size.rows).enumerated() {
        canvas.write(Wording.timeOfDay(event.at.date), row: row, column: 0, style: .muted)
        canvas.write(event.state.glyph, row: row, column: 9, style: event.state.style)
        canvas.write(event.name, row: row, column: 11, width: 12)
        canvas.write(event.text, row: row, column: 24)
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
    let style = Style(isReversed: isSelected)
    if isSelected {
      canvas.fill(row: line, style: style)
      canvas.put(canvas.glyphs.pointer, row: line, column: 0, style: style)
      canvas.setCursor(row: line, column: 0)
    }
    for place in columns.places {
      let text = text(of: place.column, source)
      if place.column.isFigure {
        canvas.writeNumber(
          text, row: line, column: place.start, width: place.width, style: style)
      } else {
        let isHealth = place.column == .health && !isSelected
        canvas.write(
          text, row: line, column: place.start,
          style: isHealth ? ShownState(source.state.health).style : style, width: place.width)
      }
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
    case .error: state.errorText.isEmpty ? Wording.absent : state.errorText
    case .remedy: source.remedy.isEmpty ? Wording.absent : source.remedy
    }
  }
}
