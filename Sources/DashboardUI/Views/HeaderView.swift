import MigrationWatch

/// The title line and the counts below it.
struct HeaderView {
  let model: DashboardViewModel
  let layout: ScreenLayout

  func draw(on canvas: inout Canvas) {
    guard layout.headerRows > 0 else { return }
    drawTitle(on: &canvas)
    if layout.hasCounts { StateCounts(model: model, layout: layout).draw(on: &canvas, row: 1) }
  }

  private func drawTitle(on canvas: inout Canvas) {
    let separator = " \(Character(canvas.glyphs.breadcrumb)) "
    let path = (["migtop"] + model.breadcrumb).joined(separator: separator)
    let mode = modeText(beside: path)
    let modeWidth = TextWidth.columns(of: mode)
    let modeColumn = max(0, canvas.size.columns - modeWidth)
    let used = canvas.write(
      path, row: 0, column: 0, style: .title, width: max(0, modeColumn - 2))
    canvas.write(
      mode, row: 0, column: modeColumn,
      style: model.isHeld ? Style(tone: .warning, isReversed: true) : Style())
    let strip = SourceStrip(sources: model.sources)
    let start = used + 2
    canvas.draw(
      in: Region(column: start, rows: 1, columns: modeColumn - 2 - start)
    ) { strip.draw(on: &$0) }
  }

  /// Mode, interval and clock; the interval goes first where there is no room, then the clock.
  private func modeText(beside path: String) -> String {
    let columns = layout.size.columns
    let gap = columns < 50 ? " " : "  "
    let words = [model.modeWord, model.intervalWord, model.clockWord]
    let texts = [words, [words[0], words[2]], [words[0]]].map { $0.joined(separator: gap) }
    let room = columns < 40 ? columns - TextWidth.columns(of: path) - 2 : columns
    return texts.first { TextWidth.columns(of: $0) <= room }
      ?? texts.last { TextWidth.columns(of: $0) <= columns } ?? ""
  }
}

/// How each source answers, in as many words as there is room for.
struct SourceStrip {
  let sources: [SourceReport]

  private typealias Piece = (text: String, style: Style)

  /// With details, without, only those in trouble, or how many are well; nothing if even that does
  /// not fit. A clock that is wrong is told before the details are, and as long as there is room for it.
  func draw(on canvas: inout Canvas) {
    for (groups, gap) in candidates {
      let width = groups.map(width(of:)).reduce(0, +) + gap * max(0, groups.count - 1)
      guard width > 0, width <= canvas.size.columns else { continue }
      var column = (canvas.size.columns - width) / 2
      for group in groups {
        for (text, style) in group {
          column += canvas.write(text, row: 0, column: column, style: style)
        }
        column += gap
      }
      return
    }
  }

  private typealias Candidate = (groups: [[Piece]], gap: Int)

  private var candidates: [Candidate] {
    candidates(clock: true) + wrongClock + candidates(clock: false) + [([[summary]], 1)]
  }

  private func candidates(clock: Bool) -> [Candidate] {
    if clock, sources.allSatisfy({ $0.clockWarning == nil }) { return [] }
    let troubled = sources.filter { $0.state.health != .ok || clock && $0.clockWarning != nil }
      .map { pieces($0, detail: false, clock: clock) }
    let listed = troubled.isEmpty ? [[summary]] : [[summary, (",", .muted)]] + troubled
    return [
      (sources.map { pieces($0, detail: true, clock: clock) }, 2),
      (sources.map { pieces($0, detail: false, clock: clock) }, 1), (listed, 1), (troubled, 1),
    ]
  }

  /// The first wrong clock alone, while there is no trouble to tell instead.
  private var wrongClock: [Candidate] {
    guard let warning = sources.lazy.compactMap(\.clockWarning).first,
      sources.allSatisfy({ $0.state.health == .ok })
    else { return [] }
    return [([[summary, (", \(warning)", Style(tone: .warning))]], 1)]
  }

  /// `src 2/4 ok`.
  private var summary: Piece {
    let ok = sources.count { $0.state.health == .ok }
    return (
      "src \(ok)/\(sources.count) ok", ok == sources.count ? Style() : Style(tone: .warning)
    )
  }

  var summaryText: String { summary.text }

  private func width(of pieces: [Piece]) -> Int {
    pieces.map { TextWidth.columns(of: $0.text) }.reduce(0, +)
  }

  private func pieces(_ source: SourceReport, detail: Bool, clock: Bool) -> [Piece] {
    var pieces: [Piece] = [
      (source.name + " ", Style()), (source.badge, ShownState(source.state.health).style),
    ]
    if detail, !source.badgeDetail.isEmpty {
      // `10s` is shorter than `<10s`: the strip must not move with every age in it.
      let room = max(0, 4 - source.badgeDetail.count)
      pieces.append((" " + source.badgeDetail + String(repeating: " ", count: room), .muted))
    }
    if clock, let warning = source.clockWarning {
      pieces.append((" " + warning, Style(tone: .warning)))
    }
    return pieces
  }
}
