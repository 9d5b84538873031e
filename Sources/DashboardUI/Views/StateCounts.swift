import MigrationWatch

/// How many jobs there are of each state, and what the view shows of them.
struct StateCounts {
  let model: DashboardViewModel
  let layout: ScreenLayout

  /// Words go before counts do: those of the harmless states first.
  func draw(on canvas: inout Canvas, row: Int) {
    let columns = canvas.size.columns
    let counts = model.counts
    var trailing = trailingWords(canvas.glyphs)
    let full = counts.map { "\($0.state.glyph)\($0.count) \($0.state.word)" }
    if isOptional, width(full) + 2 + TextWidth.columns(of: trailing) > columns { trailing = "" }
    let room = columns - (trailing.isEmpty ? 0 : TextWidth.columns(of: trailing) + 2)
    var texts = full
    for index in counts.indices.reversed() where width(texts) > room {
      texts[index] = "\(counts[index].state.glyph)\(counts[index].count)"
    }
    let gap = width(texts, gap: 2) <= room ? 2 : 1
    var column = 0
    for (count, text) in zip(counts, texts) where column + text.count <= room {
      column += canvas.write(text, row: row, column: column, style: count.state.style) + gap
    }
    canvas.writeRight(
      trailing, row: row, column: column, width: columns - column, style: .muted)
  }

  private func width(_ texts: [String], gap: Int = 1) -> Int {
    texts.map(\.count).reduce(0, +) + gap * max(0, texts.count - 1)
  }

  /// Where a job stands in the fleet is less than how the fleet is.
  private var isOptional: Bool { model.place.view.job != nil }

  private func trailingWords(_ glyphs: Glyphs) -> String {
    switch model.place.view {
    case .fleet:
      layout.size.columns < 110
        ? model.jobCountWords : "\(sortWords(glyphs))  \(filterWords)  \(model.jobCountWords)"
    case .sources: "\(model.sources.count) sources"
    case .events: model.eventCountWords
    case .job, .steps, .errors, .error, .json:
      "job \(model.selectedRow + 1) of \(model.rowCount)"
    }
  }

  private func sortWords(_ glyphs: Glyphs) -> String {
    let sort = model.dashboard.sort
    let arrow = sort.isInverted ? glyphs.ascending : glyphs.descending
    return "sort \(sort.column.rawValue.uppercased())\(arrow)"
  }

  private var filterWords: String {
    model.dashboard.filter == nil ? "filter none" : "filter on"
  }
}
