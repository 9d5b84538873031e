import MigrationModel
import MigrationWatch

/// How each source answers, and what to do about the selected one.
struct SourcesView: BodyView {
  let model: DashboardViewModel
  let layout: ScreenLayout

  func listRows(in size: Size) -> Int { max(1, min(model.sources.count, size.rows - 1)) }

  func draw(on canvas: inout Canvas) -> String {
    let sources = model.sources
    let rows = listRows(in: canvas.size)
    let parts = canvas.bounds.split(top: rows + 1)
    canvas.draw(in: parts.top) { canvas in
      drawHeading(on: &canvas)
      for (line, index) in sources.indices.dropFirst(model.place.top).prefix(rows).enumerated() {
        draw(sources[index], isSelected: index == model.place.cursor, on: &canvas, line: line + 1)
      }
    }
    if sources.indices.contains(model.place.cursor) {
      let source = sources[model.place.cursor]
      canvas.draw(in: parts.rest.split(top: 16).top) { drawDetail(source, on: &$0) }
    }
    return "NEXT: time to the next call, - waits for you   CLOCK: theirs minus ours"
  }

  private func drawHeading(on canvas: inout Canvas) {
    for (text, column, width) in Self.columns {
      if width > 0 {
        canvas.writeRight(text, row: 0, column: column, width: width, style: .heading)
      } else {
        canvas.write(text, row: 0, column: column, style: .heading)
      }
    }
  }

  /// Title, column, and the width of a figure; 0 for text.
  private static let columns: [(String, Int, Int)] = [
    ("HEALTH", 2, 0), ("SOURCE", 13, 0), ("SVC", 26, 0), ("AUTH", 30, 0), ("LAST OK", 38, 7),
    ("NEXT", 46, 4), ("LATENCY", 51, 7), ("CALLS/MIN", 59, 9), ("CLOCK", 69, 6), ("JOBS", 76, 4),
    ("ENDPOINT", 82, 0),
  ]

  private func draw(
    _ source: SourceReport, isSelected: Bool, on canvas: inout Canvas, line: Int
  ) {
    let style = Style(isReversed: isSelected)
    if isSelected {
      canvas.fill(row: line, style: style)
      canvas.put(canvas.glyphs.pointer, row: line, column: 0, style: style)
      canvas.setCursor(row: line, column: 0)
    }
    let state = ShownState(source.state.health)
    canvas.write(
      "\(state.glyph) \(source.state.health.rawValue)", row: line, column: 2,
      style: isSelected ? style : state.style, width: 10)
    let words = [
      source.name, source.state.source.service.tag, source.state.source.authentication,
      source.lastSuccessWord, source.nextWord, source.latencyWord, source.callsWord,
      source.clockWord,
      "\(model.jobCount(of: source))", source.state.source.endpoint,
    ]
    for ((_, column, width), text) in zip(Self.columns.dropFirst(), words) {
      if width > 0 {
        canvas.writeNumber(text, row: line, column: column, width: width, style: style)
      } else {
        let next = Self.columns.first { $0.1 > column }?.1 ?? canvas.size.columns + 1
        canvas.write(text, row: line, column: column, style: style, width: next - column - 1)
      }
    }
  }

  private func drawDetail(_ source: SourceReport, on canvas: inout Canvas) {
    let inside = canvas.box(title: "selected: \(source.name)", style: .muted, titleStyle: .title)
    canvas.draw(in: inside) { canvas in
      var row = 0
      for (label, text, style) in facts(source) {
        canvas.write(label, row: row, column: 0, style: .muted)
        for line in Wrapping.lines(text, width: canvas.size.columns - 9) {
          canvas.write(line, row: row, column: 9, style: style)
          row += 1
        }
      }
    }
  }

  private func facts(_ source: SourceReport) -> [(String, String, Style)] {
    let state = source.state
    var facts: [(String, String, Style)] = [
      ("endpoint", state.source.endpoint, Style()), ("auth", state.source.authentication, Style()),
      ("health", health(source), ShownState(state.health).style),
      (
        "last ok",
        state.lastSuccess.map { "\(Wording.clock($0.date)) (\(source.lastSuccessWord) ago)" }
          ?? "never", Style()
      ),
    ]
    if let error = state.error {
      facts.append(("error", state.errorText, Style(tone: .bad)))
      let call = [error.call, error.requestID.map { "request \($0)" }].compactMap { $0 }
      if !call.isEmpty { facts.append(("call", call.joined(separator: ", "), .muted)) }
      facts.append(("to do", source.remedy, Style()))
    }
    if !state.missingJobs.isEmpty {
      facts.append(("missing", state.missingJobs.joined(separator: ", "), Style(tone: .warning)))
    }
    facts.append(("next", next(source), Style()))
    facts.append(
      ("calls", "\(state.callsLastMinute) of \(state.callsPerMinute) in the last minute", Style()))
    facts.append(("clock", "\(source.clockWord)   latency \(source.latencyWord)", Style()))
    return facts
  }

  private func health(_ source: SourceReport) -> String {
    let state = source.state
    let since = state.troubleSince.map { ": \(source.badge) since \(Wording.clock($0.date))" } ?? ""
    return state.health.rawValue + since
  }

  private func next(_ source: SourceReport) -> String {
    if source.state.isSilent { return "no call until the credentials change, or r is pressed" }
    guard let at = source.state.nextCallAt else { return Wording.absent }
    return "\(Wording.clock(at.date)), in \(source.nextWord)"
  }
}
