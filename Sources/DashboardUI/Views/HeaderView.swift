import MigrationWatch

/// The title line and the counts below it.
struct HeaderView {
  let model: DashboardViewModel
  let layout: ScreenLayout

  func draw(on canvas: inout Canvas) {
    guard layout.headerRows > 0 else { return }
    drawTitle(on: &canvas)
    if layout.hasCounts { drawCounts(on: &canvas) }
  }

  private func drawTitle(on canvas: inout Canvas) {
    let mode = modeText
    let modeWidth = TextWidth.columns(of: mode)
    let modeColumn = max(0, canvas.size.columns - modeWidth)
    let separator = " \(Character(canvas.glyphs.breadcrumb)) "
    let path = (["migtop"] + model.breadcrumb).joined(separator: separator)
    let used = canvas.write(
      path, row: 0, column: 0, style: .title, width: max(0, modeColumn - 2))
    canvas.write(
      mode, row: 0, column: modeColumn,
      style: model.isPaused ? Style(tone: .warning, isReversed: true) : .heading)
    drawSources(on: &canvas, from: used + 2, to: modeColumn - 2)
  }

  private var modeText: String {
    layout.size.columns < 50
      ? "\(model.modeWord) \(model.intervalWord) \(model.clockWord)"
      : "\(model.modeWord)  \(model.intervalWord)  \(model.clockWord)"
  }

  /// As much as fits: with details, without, only those in trouble, or how many are well.
  private func drawSources(on canvas: inout Canvas, from start: Int, to end: Int) {
    let sources = model.sources
    let room = end - start
    let detailed = sources.map { pieces($0, detail: true) }
    let short = sources.map { pieces($0, detail: false) }
    let ok = sources.count { $0.state.health == .ok }
    let summary: [Piece] = [
      ("src \(ok)/\(sources.count) ok", ok == sources.count ? Style() : Style(tone: .warning))
    ]
    let troubled =
      [summary] + sources.filter { $0.state.health != .ok }.map { pieces($0, detail: false) }
    for (candidate, gap) in [(detailed, 2), (short, 1), (troubled, 1), ([summary], 1)] {
      let width = candidate.map(width(of:)).reduce(0, +) + gap * max(0, candidate.count - 1)
      guard width <= room else { continue }
      var column = start + max(0, (room - width) / 2)
      for group in candidate {
        for (text, style) in group {
          column += canvas.write(text, row: 0, column: column, style: style)
        }
        column += gap
      }
      return
    }
  }

  private typealias Piece = (text: String, style: Style)

  private func width(of pieces: [Piece]) -> Int {
    pieces.map { TextWidth.columns(of: $0.text) }.reduce(0, +)
  }

  private func pieces(_ source: SourceReport, detail: Bool) -> [Piece] {
    var pieces: [Piece] = [
      (source.name + " ", Style()), (source.badge, ShownState(source.state.health).style),
    ]
    if detail, !source.badgeDetail.isEmpty { pieces.append((" " + source.badgeDetail, .muted)) }
    return pieces
  }

  private func drawCounts(on canvas: inout Canvas) {
    let trailing = trailingWords
    let column = canvas.size.columns - TextWidth.columns(of: trailing)
    let isWide = canvas.size.columns >= 150
    var next = 0
    for (state, count) in model.counts {
      let long = "\(state.glyph)\(count) \(state.word)"
      let text = canvas.size.columns >= 60 ? long : "\(state.glyph)\(count)"
      guard next + TextWidth.columns(of: text) < column - 1 else { break }
      next += canvas.write(text, row: 1, column: next, style: state.style) + (isWide ? 2 : 1)
    }
    canvas.write(trailing, row: 1, column: max(next, column), style: .muted)
  }

  private var trailingWords: String {
    let jobs = model.jobCountWords
    switch model.place.view {
    case .fleet:
      guard layout.size.columns >= 110 else { return jobs }
      let sort = model.dashboard.sort
      return "sort \(sort.column.rawValue)\(sort.isInverted ? " inverted" : "")  "
        + "filter \(model.dashboard.filter?.text ?? "none")  \(jobs)"
    case .sources: return "\(model.sources.count) sources"
    case .events: return "\(model.events().count) events"
    case .job, .steps, .errors, .error:
      return "job \(model.selectedRow + 1) of \(model.rowCount)"
    }
  }
}
