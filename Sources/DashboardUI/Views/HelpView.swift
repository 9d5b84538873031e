import MigrationWatch

/// The keys that are bound, what can be typed, and what glyphs and marks mean.
struct HelpView {
  let model: DashboardViewModel
  let help: OpenHelp

  func viewport(in size: Size, _ glyphs: Glyphs) -> Viewport {
    let lines = lines(columns: boxColumns(size) - 4, glyphs)
    return Viewport(rows: max(1, boxRows(size, lines.count) - 2), lines: lines.count)
  }

  func draw(on canvas: inout Canvas) {
    let columns = boxColumns(canvas.size)
    let lines = lines(columns: columns - 4, canvas.glyphs)
    let rows = boxRows(canvas.size, lines.count)
    let box = Region(
      row: 0, column: (canvas.size.columns - columns) / 2, rows: rows, columns: columns)
    canvas.cover(box)
    canvas.draw(in: box) { canvas in
      let shown = max(1, canvas.size.rows - 2)
      let top = min(help.top, max(0, lines.count - shown))
      let inside = canvas.box(
        title: "help: \(model.place.view.kind.rawValue)", trailing: searchWords,
        footer: footer(top, shown, lines.count, canvas.size.columns, canvas.glyphs), style: .muted,
        titleStyle: .title)
      canvas.draw(in: inside) { canvas in
        for (row, line) in lines.dropFirst(top).prefix(shown).enumerated() {
          draw(line, on: &canvas, row: row)
        }
      }
      if help.isTyping { canvas.setCursor(row: 0, column: columns - 4) }
    }
  }

  private var searchWords: String {
    help.search.map { "search: \($0.string)\(help.isTyping ? "_" : "")" } ?? "type to search"
  }

  /// Which lines these are, and the way out: what a narrow frame has room for.
  private func footer(
    _ top: Int, _ shown: Int, _ count: Int, _ columns: Int, _ glyphs: Glyphs
  ) -> String {
    let last = min(count, top + shown)
    let lines = count > shown ? ["lines \(top + 1)-\(last) of \(count)"] : []
    let short = count > shown ? ["\(top + 1)-\(last)/\(count)"] : []
    let candidates = [
      lines + ["keys: [keys] in the configuration", wayOut(glyphs)], lines + [wayOut(glyphs)],
      short + [wayOut(glyphs)], short + [Key.escape.name], short,
    ].map { $0.joined(separator: "   ") }
    return candidates.first { TextWidth.columns(of: $0) + 6 <= columns } ?? ""
  }

  private func wayOut(_ glyphs: Glyphs) -> String {
    guard help.search == nil else { return "\(Key.escape.name) whole help" }
    return [model.keyWords(.help, in: glyphs), Key.escape.name].filter { !$0.isEmpty }
      .joined(separator: " or ") + " closes"
  }

  private static let widest = 112

  private func boxColumns(_ size: Size) -> Int {
    size.columns >= Self.widest + 4 ? Self.widest : size.columns
  }

  private func boxRows(_ size: Size, _ lines: Int) -> Int { min(size.rows, lines + 2) }

  private func draw(_ line: Line, on canvas: inout Canvas, row: Int) {
    for piece in line {
      canvas.writeSentence(piece.text, row: row, column: piece.column, style: piece.style)
    }
  }
}

// MARK: - Lines

extension HelpView {
  private struct Piece {
    let column: Int
    let text: String
    let style: Style
  }

  private typealias Line = [Piece]
  private typealias Entry = DashboardViewModel.HelpEntry
  private typealias Section = DashboardViewModel.HelpSection

  private func lines(columns: Int, _ glyphs: Glyphs) -> [Line] {
    if let search = help.search?.string, !search.isEmpty {
      let found = model.helpEntries(matching: search)
      return found.isEmpty
        ? [[Piece(column: 0, text: "nothing in the help says \(search)", style: .muted)]]
        : found.map { line($0.spelled(glyphs.keyNames), keysWidth: 26) }
    }
    let keys = model.helpKeys.map { section in
      Section(title: section.title, entries: section.entries.map { $0.spelled(glyphs.keyNames) })
    }
    let perRow = [4, 2, 1].first { rowWidth(keys, $0) <= columns } ?? 1
    var lines: [Line] = []
    for start in stride(from: 0, to: keys.count, by: perRow) {
      lines += beside(Array(keys[start..<min(start + perRow, keys.count)]))
      lines.append([])
    }
    for section in model.helpTexts {
      let widest = section.entries.map { TextWidth.columns(of: $0.keys) }.max() ?? 0
      lines.append([Piece(column: 0, text: section.title, style: .title)])
      lines += section.entries.map { line($0, keysWidth: min(widest, columns / 2) + 2) }
      lines.append([])
    }
    if glyphs.isForced { lines.append([Piece(column: 0, text: Self.localeHint, style: .muted)]) }
    return lines.last?.isEmpty == true ? lines.dropLast() : lines
  }

  private static let localeHint =
    "Drawn in ASCII: the locale is not UTF-8. Set LANG to one that is, as C.UTF-8."

  /// Sections side by side, each with its title on top.
  private func beside(_ sections: [Section]) -> [Line] {
    let rows = (sections.map(\.entries.count).max() ?? 0) + 1
    var lines = [Line](repeating: [], count: rows)
    var column = 0
    for section in sections {
      lines[0].append(Piece(column: column, text: section.title, style: .title))
      for (row, entry) in section.entries.enumerated() {
        lines[row + 1] += line(entry, keysWidth: keysWidth(section), from: column)
      }
      column += width(section)
    }
    return lines
  }

  private func line(_ entry: Entry, keysWidth: Int, from column: Int = 0) -> Line {
    let isDead = entry.refusal != nil
    let label =
      help.search == nil
      ? entry.label
      : [entry.label, entry.refusal].compactMap(\.self)
        .joined(separator: "; ")
    return [
      Piece(
        column: column, text: entry.keys,
        style: isDead ? .muted : Style(tone: .accent)),
      Piece(column: column + keysWidth, text: label, style: isDead ? .muted : Style()),
    ]
  }

  private func keysWidth(_ section: Section) -> Int {
    (section.entries.map { TextWidth.columns(of: $0.keys) }.max() ?? 0) + 1
  }

  private func width(_ section: Section) -> Int {
    keysWidth(section) + (section.entries.map { TextWidth.columns(of: $0.label) }.max() ?? 0) + 2
  }

  /// Of the widest row with so many sections in it.
  private func rowWidth(_ sections: [Section], _ perRow: Int) -> Int {
    stride(from: 0, to: sections.count, by: perRow).map { start in
      sections[start..<min(start + perRow, sections.count)].map(width).reduce(-2, +)
    }.max() ?? 0
  }
}
