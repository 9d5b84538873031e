import MigrationModel
import MigrationWatch

/// How far a job is: what stops it, a bar for each copy, the figures of the phase, what is left.
struct ProgressPane {
  let model: DashboardViewModel
  let report: JobReport
  /// Whether everything is told, however long it gets.
  let isWhole: Bool
  /// Whether no other pane tells about the cut-over.
  let isAlone: Bool

  private static let margin = 9
  /// Has room for words behind a bar.
  private static let roomy = 70

  /// One fact with its label.
  struct Entry {
    typealias Piece = (text: String, style: Style)

    enum Content {
      /// Pieces that stay whole: one that does not fit beside the others begins a line.
      case pieces([Piece])
      case bar(Double?, percent: String, [String])
      /// Goes on in the next line.
      case sentence(String, Style)
    }

    /// Where it is told.
    enum Place {
      case always
      /// Where there is room for everything.
      case whole
      /// In place of several that are told in the whole.
      case brief
    }

    let label: String
    let content: Content
    var place = Place.always
  }

  /// Everything where there is room for it, else the most telling first.
  func content(_ size: Size) -> JobPaneText {
    let entries = entries(isBrief: size.columns >= Self.roomy)
    let all = entries.filter { $0.place != .brief }.flatMap { lines($0, size.columns) }
    guard !isWhole, all.count > size.rows else { return JobPaneText(lines: all) }
    let chosen = entries.filter { $0.place != .whole }
    return JobPaneText(lines: fitted(chosen, size))
  }

  /// So many rows have room for two lines of what stands first, and still for what matters behind it.
  private static let high = 7

  /// A line each; what stands first gets more while there is room.
  private func fitted(_ entries: [Entry], _ size: Size) -> [JobPaneLine] {
    var spare = max(size.rows >= Self.high ? 1 : 0, size.rows - entries.count)
    return entries.flatMap { entry -> [JobPaneLine] in
      let whole = lines(entry, size.columns)
      guard whole.count - 1 > spare else {
        spare -= max(0, whole.count - 1)
        return whole
      }
      return Array(lines(entry, size.columns, isCut: true).prefix(1))
    }
  }

  /// - Parameter isCut: Whether one line has to do.
  private func lines(_ entry: Entry, _ columns: Int, isCut: Bool = false) -> [JobPaneLine] {
    var lines: [JobPaneLine] =
      switch entry.content {
      case .pieces(let pieces): flow(pieces, columns)
      case .bar(let fraction, let percent, let pieces):
        bar(fraction, percent, pieces, columns, isCut: isCut)
      case .sentence(let text, let style):
        (isCut ? [text] : Wrapping.lines(text, width: max(1, columns - Self.margin))).map {
          JobPaneLine($0, at: Self.margin, style)
        }
      }
    if let first = lines.first {
      lines[0] = first.text(entry.label, at: 0, width: Self.margin - 1, .muted)
    }
    return lines
  }

  private func bar(
    _ fraction: Double?, _ percent: String, _ pieces: [String], _ columns: Int, isCut: Bool
  ) -> [JobPaneLine] {
    let width = max(4, min(columns < Self.roomy ? 36 : 30, columns - Self.margin - 6))
    let end = Self.margin + width + 1
    let line = JobPaneLine.blank.bar(fraction, at: Self.margin, width: width)
      .text(percent, at: end)
    let room = columns - end - percent.count - 2
    var beside = pieces
    while isCut, !beside.isEmpty, columnCount(beside) > room { beside.removeLast() }
    if beside.isEmpty { return [line] }
    if columnCount(beside) <= room {
      return [line.text(beside.joined(separator: ", "), at: columns - room)]
    }
    return [line] + flow(pieces.map { ($0, Style()) }, columns)
  }

  private func columnCount(_ pieces: [String]) -> Int {
    TextWidth.columns(of: pieces.joined(separator: ", "))
  }

  private func flow(_ pieces: [Entry.Piece], _ columns: Int) -> [JobPaneLine] {
    var lines = [JobPaneLine.blank]
    var column = Self.margin
    for (text, style) in pieces {
      let width = TextWidth.columns(of: text)
      if column > Self.margin, column + width > columns {
        lines.append(.blank)
        column = Self.margin
      }
      lines[lines.count - 1] = lines[lines.count - 1].text(text, at: column, style)
      column += width + 3
    }
    return lines
  }
}
