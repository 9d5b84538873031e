import MigrationWatch

/// How many jobs there are of each state, and what the view shows of them.
struct StateCounts {
  let model: DashboardViewModel
  let layout: ScreenLayout

  /// Words go before counts do: those of the harmless states first, then the ones behind the counts.
  func draw(on canvas: inout Canvas, row: Int) {
    let columns = canvas.size.columns
    let counts = model.counts
    let full = counts.map { "\($0.state.glyph)\($0.count) \($0.state.word)" }
    let brief = counts.map { "\($0.state.glyph)\($0.count)" }
    var trailing = trailingWords(canvas.glyphs, room: columns - width(full) - 4)
    let least = width(isOptional ? full : brief)
    if least + 2 + TextWidth.columns(of: trailing) > columns { trailing = "" }
    let room = columns - (trailing.isEmpty ? 0 : TextWidth.columns(of: trailing) + 2)
    var texts = full
    for index in counts.indices.reversed() where width(texts) > room {
      texts[index] = brief[index]
    }
    let gap = width(texts, gap: 2) <= room ? 2 : 1
    var column = 0
    for (index, (count, text)) in zip(counts, texts).enumerated() {
      // A blank and the ellipsis follow all but the last.
      guard column + text.count + (index == texts.count - 1 ? 0 : 2) <= room else {
        canvas.put(canvas.glyphs.ellipsis, row: row, column: column, style: .muted)
        break
      }
      let width = canvas.write(text, row: row, column: column, style: count.state.style)
      canvas.mark(.state(count.state), Region(row: row, column: column, rows: 1, columns: width))
      column += width + gap
    }
    canvas.writeRight(
      trailing, row: row, column: column, width: columns - column,
      style: model.hiddenTroubleWords.isEmpty ? .muted : Style(tone: .warning))
  }

  private func width(_ texts: [String], gap: Int = 1) -> Int {
    texts.map(\.count).reduce(0, +) + gap * max(0, texts.count - 1)
  }

  /// Where a job stands in the fleet is less than how the fleet is.
  private var isOptional: Bool { model.place.view.job != nil }

  private func trailingWords(_ glyphs: Glyphs, room: Int) -> String {
    switch model.place.view {
    case .fleet: fleetWords(glyphs, room: room)
    case .sources: "\(model.sources.count) sources"
    case .events: model.eventCountWords
    case .job, .steps, .errors, .error, .json:
      model.jobPosition.map { "job \($0 + 1) of \(model.rowCount)" } ?? model.jobCountWords
    }
  }

  private func fleetWords(_ glyphs: Glyphs, room: Int) -> String {
    guard layout.size.columns >= 110 else { return model.jobCountWords }
    let rest = "  \(model.jobCountWords)"
    let grouping = model.dashboard.groups.grouping
    var sort = "\(sortWords(glyphs))  "
    if grouping != .none, sort.count + rest.count + 40 <= room {
      sort = "group \(grouping.rawValue)  \(sort)"
    }
    let used = TextWidth.columns(of: sort + rest)
    return sort + filterWords(glyphs, room: room - used) + rest
  }

  private func sortWords(_ glyphs: Glyphs) -> String {
    let sort = model.dashboard.sort
    let arrow = sort.isInverted ? glyphs.ascending : glyphs.descending
    return "sort \(sort.column.title)\(arrow)"
  }

  /// The filter itself where a good part of it has room and nobody reads it in the prompt.
  private func filterWords(_ glyphs: Glyphs, room: Int) -> String {
    guard let filter = model.dashboard.filter?.text else { return "filter none" }
    if let name = model.viewName { return "view \(name)" }
    let text = "filter \(filter)"
    guard model.dashboard.openPrompt == nil, room >= min(24, TextWidth.columns(of: text)) else {
      return "filter on"
    }
    guard TextWidth.columns(of: text) > room else { return text }
    var shown = text
    while TextWidth.columns(of: shown) >= room { shown.removeLast() }
    return shown + String(Character(glyphs.ellipsis))
  }
}
