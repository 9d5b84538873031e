import MigrationWatch

/// Where a view stands, for the line above the keys.
struct Footnote: Hashable {
  /// For example `rows 1-19 of 23   15 columns, 9 shown`.
  let text: String
  /// The same where a line is shared with the keys: `1-7/23`.
  let short: String

  init(_ text: String, short: String = "") {
    self.text = text
    self.short = short
  }

  init(_ word: String, first: Int, shown: Int, of count: Int, rest: String = "") {
    guard count > 0 else {
      self.init("no \(word)\(rest)", short: "none")
      return
    }
    let last = min(count, first + max(1, shown))
    self.init(
      "\(word) \(first + 1)-\(last) of \(count)\(rest)", short: "\(first + 1)-\(last)/\(count)")
  }
}

/// The line of the position or the last message, and the line of the keys.
struct FooterView {
  let model: DashboardViewModel
  let layout: ScreenLayout
  let footnote: Footnote

  func draw(on canvas: inout Canvas) {
    guard layout.footerRows > 0 else { return }
    let last = canvas.size.rows - 1
    guard layout.hasTwoFooters else { return drawShared(on: &canvas, row: last) }
    if let notice = model.dashboard.notice {
      canvas.write(notice, row: last - 1, column: 0, style: Style(tone: .accent, isBold: true))
    } else {
      let warning = drawWarning(on: &canvas, row: last - 1)
      canvas.writeSentence(
        footnote.text, row: last - 1, column: 0, width: canvas.size.columns - warning)
    }
    drawHints(model.hints, on: &canvas, row: last, from: 0)
  }

  /// Position and keys in one line. The way to the help is never dropped for another key.
  private func drawShared(on canvas: inout Canvas, row: Int) {
    if let notice = model.dashboard.notice {
      canvas.write(notice, row: row, column: 0, style: Style(tone: .accent, isBold: true))
      return
    }
    var column = canvas.writeSentence(footnote.short, row: row, column: 0)
    if column > 0 { column += 2 }
    // In the help or a menu its keys help more.
    let isOverlaid = model.dashboard.openHelp != nil || model.dashboard.menu != nil
    guard layout.hasCounts || isOverlaid else {
      let help = model.hints.filter { $0.label == Command.help.rawValue }
      let room = canvas.size.columns - help.map { width(of: $0, canvas.glyphs) + 2 }.reduce(0, +)
      canvas.draw(in: Region(row: row, rows: 1, columns: room)) {
        drawTroubles(on: &$0, from: &column)
      }
      return drawHints(help, on: &canvas, row: row, from: column)
    }
    drawHints(model.hints, on: &canvas, row: row, from: column)
  }

  /// What the line of counts would say, where there is none.
  private func drawTroubles(on canvas: inout Canvas, from column: inout Int) {
    for (state, count) in model.counts where state <= .stale {
      let text = "\(state.glyph)\(count)"
      guard column + text.count <= canvas.size.columns else { return }
      column += canvas.write(text, row: 0, column: column, style: state.style) + 1
    }
    column += 1
    let text = SourceStrip(sources: model.sources).summaryText
    guard column + text.count + 2 <= canvas.size.columns else { return }
    column += canvas.write(text, row: 0, column: column, style: .muted) + 2
  }

  /// A filter that hides trouble says so, at the right.
  ///
  /// - Returns: The columns that were used, a gap included.
  private func drawWarning(on canvas: inout Canvas, row: Int) -> Int {
    guard !model.hiddenTroubleWords.isEmpty else { return 0 }
    let words = "hidden by the filter: \(model.hiddenTroubleWords)"
    let width = min(TextWidth.columns(of: words), canvas.size.columns * 2 / 3)
    canvas.writeRight(
      words, row: row, column: canvas.size.columns - width, width: width,
      style: Style(tone: .warning, isBold: true))
    return width + 3
  }

  private func width(of hint: DashboardViewModel.Hint, _ glyphs: Glyphs) -> Int {
    TextWidth.columns(of: glyphs.keyNames(hint.key)) + 1 + TextWidth.columns(of: hint.label)
  }

  /// Whole hints only, from the left. The way to the help is never dropped for another key.
  private func drawHints(
    _ hints: [DashboardViewModel.Hint], on canvas: inout Canvas, row: Int, from start: Int
  ) {
    let help = hints.first { $0.label == Command.help.rawValue }
    var reserved = help.map { width(of: $0, canvas.glyphs) + 2 } ?? 0
    var column = start
    for hint in hints {
      if hint == help { reserved = 0 }
      guard column + width(of: hint, canvas.glyphs) + reserved <= canvas.size.columns else {
        guard reserved > 0, let help else { return }
        return draw(help, on: &canvas, row: row, column: &column)
      }
      draw(hint, on: &canvas, row: row, column: &column)
    }
  }

  private func draw(
    _ hint: DashboardViewModel.Hint, on canvas: inout Canvas, row: Int, column: inout Int
  ) {
    guard column + width(of: hint, canvas.glyphs) <= canvas.size.columns else { return }
    let key = canvas.glyphs.keyNames(hint.key)
    column += canvas.write(key, row: row, column: column, style: .title) + 1
    column += canvas.write(hint.label, row: row, column: column, style: .muted) + 2
  }
}

extension DashboardViewModel {
  /// `X2 %1`: the grave states among the jobs that the filter hides; empty without any.
  var hiddenTroubleWords: String {
    (place.view == .fleet ? hiddenCounts : []).filter { $0.state <= .stale }.map {
      "\($0.state.glyph)\($0.count)"
    }
    .joined(separator: " ")
  }
}
