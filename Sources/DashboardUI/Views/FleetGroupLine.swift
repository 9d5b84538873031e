import MigrationModel
import MigrationWatch

/// The heading of a group: what it is called, how its jobs are, its worst lag, and how its source answers.
struct FleetGroupLine {
  let group: FleetGroup
  let model: DashboardViewModel
  let isSelected: Bool

  private typealias Piece = (text: String, style: Style)

  /// What does not fit is left out, from the right.
  func draw(on canvas: inout Canvas, line: Int, nameEnd: Int) {
    canvas.write(group.isFolded ? "+" : "-", row: line, column: 2, style: selectable)
    var column =
      4
      + canvas.write(
        group.name, row: line, column: 4, style: selectable, width: max(0, nameEnd - 4))
    column = max(column, min(20, canvas.size.columns / 4)) + 1
    for piece in pieces {
      let width = piece.map { TextWidth.columns(of: $0.text) + 1 }.reduce(-1, +)
      guard column + width <= canvas.size.columns else { return }
      for (text, style) in piece {
        column += canvas.write(text, row: line, column: column, style: style) + 1
      }
      column += 2
    }
  }

  private var selectable: Style { Style(isBold: true, isReversed: isSelected) }

  private var pieces: [[Piece]] {
    let jobs = "\(group.jobCount) \(group.jobCount == 1 ? "job" : "jobs")"
    let counts = ShownState.allCases.compactMap { state in
      group.counts[state].map { ("\(state.glyph)\($0)", state.style) }
    }
    return [[(jobs, Style())], counts, badge, lag].filter { !$0.isEmpty }
  }

  private var badge: [Piece] {
    guard group.grouping == .source,
      let source = model.sources.first(where: { $0.name == group.name })
    else { return [] }
    return [
      (source.badge, ShownState(source.state.health).style), (source.badgeDetail, .muted),
    ].filter { !$0.text.isEmpty }
  }

  private var lag: [Piece] {
    group.worstLag.map { lag in
      [("worst lag \(Wording.duration(lag))", model.severity(of: lag).style)]
    } ?? []
  }
}
