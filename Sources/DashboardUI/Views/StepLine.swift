import MigrationModel
import MigrationWatch

import struct FoundationEssentials.Date

/// One step in one line of the tree.
struct StepLine {
  let row: StepRow
  /// Shows the lag where there is no time to show: in a pane too narrow for both.
  var isCompact = false

  /// State, percentage and time at the right, with room for lag and note behind them.
  private struct Places {
    let state: Int
    let hasFigures: Bool
    let hasNotes: Bool

    init(_ columns: Int) {
      hasNotes = columns >= 100
      hasFigures = columns >= 36
      let end = hasFigures ? columns - 16 : columns - 6
      state = hasNotes ? min(60, columns * 2 / 5 - 1) : max(12, end)
    }

    var percent: Int { state + 6 }
    var time: Int { state + 9 }
    var lag: Int { state + 16 }
    var note: Int { state + 27 }
  }

  static func drawHeading(on canvas: inout Canvas) {
    let places = Places(canvas.size.columns)
    canvas.write("  STEP", row: 0, column: 0, style: .heading)
    canvas.write("STATE", row: 0, column: places.state, style: .heading)
    guard places.hasFigures else { return }
    canvas.writeRight("%", row: 0, column: places.percent, width: 3, style: .heading)
    canvas.writeRight("TIME", row: 0, column: places.time, width: 7, style: .heading)
    guard places.hasNotes else { return }
    canvas.writeRight("LAG", row: 0, column: places.lag, width: 7, style: .heading)
    canvas.write("NOTE", row: 0, column: places.note, style: .heading)
  }

  func draw(on canvas: inout Canvas, line: Int, isSelected: Bool) {
    let places = Places(canvas.size.columns)
    let shown = ShownState(row.step.state)
    if isSelected {
      canvas.fill(row: line, style: Style(isReversed: true))
      canvas.put(
        canvas.glyphs.pointer, row: line, column: 0, style: Style(isBold: true, isReversed: true))
      canvas.setCursor(row: line, column: 0)
    }
    let style = Style(isReversed: isSelected)
    let stateStyle = isSelected ? Style(isBold: true, isReversed: true) : shown.style
    drawTitle(style, stateStyle, on: &canvas, line: line, until: places.state - 1)
    let word = row.step.state == .caughtUp ? "CAUGHT" : shown.word
    canvas.write(word, row: line, column: places.state, style: stateStyle, width: 6)
    guard places.hasFigures else { return }
    let percent = JobReport.percent(JobReport.fraction(of: row.step)).filter { $0 != "%" }
    canvas.writeNumber(percent, row: line, column: places.percent, width: 3, style: style)
    let figure = isCompact && time.isEmpty ? lag : time
    canvas.writeNumber(figure, row: line, column: places.time, width: 7, style: style)
    guard places.hasNotes else { return }
    canvas.writeNumber(lag, row: line, column: places.lag, width: 7, style: style)
    canvas.write(
      row.step.error?.message ?? row.step.note ?? "", row: line, column: places.note,
      style: stateStyle)
  }

  private func drawTitle(
    _ style: Style, _ stateStyle: Style, on canvas: inout Canvas, line: Int, until end: Int
  ) {
    let indent = min(1 + row.depth * 2, max(1, end / 2))
    let fold = row.isOpen.map { $0 ? "-" : "+" } ?? " "
    canvas.write(fold, row: line, column: indent, style: style)
    canvas.write(
      ShownState(row.step.state).glyph, row: line, column: indent + 2, style: stateStyle)
    canvas.write(title, row: line, column: indent + 4, style: style, width: end - indent - 4)
  }

  private var title: String {
    let step = row.step
    if row.depth > 0 {
      // A part of a step may carry the step's own name.
      if row.isNamesake, step.name != step.id { return "\(step.id)  \(step.name)" }
      // `RPO` of `RPO: source to DRS` is short enough to stand before it.
      return step.label.hasPrefix(step.name) || step.label.hasSuffix(step.name)
        ? step.label : step.name
    }
    let code = step.code.map { "\($0) " } ?? ""
    return step.name == step.label ? code + step.label : "\(code)\(step.name) (\(step.label))"
  }

  private var lag: String { row.step.lag.value.map(Wording.duration) ?? "" }

  /// How long it took; nothing if its start or its end is not told.
  private var time: String {
    guard let start = row.step.startedAt, let end = row.step.finishedAt, end >= start else {
      return ""
    }
    return Wording.elapsed(.seconds(end.timeIntervalSince(start)))
  }
}
