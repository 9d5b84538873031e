import MigrationModel
import MigrationWatch

import struct FoundationEssentials.Date

/// One step in one line of the tree.
struct StepLine {
  let row: StepRow
  /// Shows the lag where there is no time to show: in a pane too narrow for both.
  var isCompact = false
  /// For how long a step has run; `nil` where that is not shown.
  var now: ServiceMoment?
  /// The time until it is over; `nil` where that is not foreseen.
  var end: String?
  /// How many columns the longest title of the list has, with what stands before it; `nil` where the titles have
  /// all that the figures leave.
  var titleColumns: Int?

  /// How many columns its title has, with what stands before it.
  static func titleColumns(of row: StepRow) -> Int {
    titleStart(row) + TextWidth.columns(of: row.title)
  }

  private static func titleStart(_ row: StepRow) -> Int { 1 + row.depth * 2 + 4 }

  /// State, percentage and time at the right, with room for lag and note behind them.
  private struct Places {
    let state: Int
    let hasFigures: Bool
    let hasNotes: Bool

    /// - Parameter title: What the longest title needs; the rest is for the notes.
    init(_ columns: Int, title: Int?) {
      hasNotes = columns >= 100
      hasFigures = columns >= 36
      let end = hasFigures ? columns - 16 : columns - 6
      let most = columns >= 140 ? columns - 73 : columns * 2 / 5 - 1
      state =
        hasNotes ? max(Self.leastTitle, min(most, title.map { $0 + 1 } ?? most)) : max(12, end)
    }

    private static let leastTitle = 20

    var percent: Int { state + 6 }
    var time: Int { state + 9 }
    var lag: Int { state + 16 }
    var note: Int { state + 27 }
  }

  static func drawHeading(titleColumns: Int, on canvas: inout Canvas) {
    let places = Places(canvas.size.columns, title: titleColumns)
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
    let places = Places(canvas.size.columns, title: titleColumns)
    let shown = ShownState(row.step.state)
    if isSelected {
      canvas.put(canvas.glyphs.pointer, row: line, column: 0, style: .title)
      canvas.setCursor(row: line, column: 0)
    }
    drawTitle(isSelected, on: &canvas, line: line, until: places.state - 1)
    let word = row.step.state == .caughtUp ? "CAUGHT" : shown.word
    canvas.write(word, row: line, column: places.state, style: shown.style, width: 6)
    guard places.hasFigures else { return }
    let percent = JobReport.percent(JobReport.fraction(of: row.step)).filter { $0 != "%" }
    canvas.writeNumber(percent, row: line, column: places.percent, width: 3)
    let figure = isCompact && time.isEmpty ? lag : time
    canvas.writeNumber(figure, row: line, column: places.time, width: 7)
    guard places.hasNotes else { return }
    canvas.writeNumber(lag, row: line, column: places.lag, width: 7)
    canvas.writeSentence(note, row: line, column: places.note, style: remarkStyle)
  }

  private var note: String {
    [row.remark.isEmpty ? nil : row.remark, end.map { "\($0) left" }].compactMap(\.self)
      .joined(separator: "; ")
  }

  private var remarkStyle: Style {
    if row.step.error != nil { return ShownState(row.step.state).style }
    return row.step.note == nil ? .muted : Style()
  }

  private func drawTitle(
    _ isSelected: Bool, on canvas: inout Canvas, line: Int, until end: Int
  ) {
    let indent = min(1 + row.depth * 2, max(1, end / 2))
    let fold = row.isOpen.map { $0 ? "-" : "+" } ?? " "
    let state = ShownState(row.step.state)
    canvas.write(fold, row: line, column: indent, style: .muted)
    canvas.write(
      state.glyph, row: line, column: indent + 2, style: state.style.reversed(isSelected))
    canvas.write(
      (isSelected ? " " : "") + row.title, row: line, column: indent + (isSelected ? 3 : 4),
      style: Style(isReversed: isSelected), width: end - indent - (isSelected ? 3 : 4))
  }

  private var lag: String { row.step.lag.measurement.map(Wording.lag) ?? "" }

  /// How long it took, or coarsely how long it has run; nothing if its start is not told.
  private var time: String {
    guard let start = row.step.startedAt else { return "" }
    if let end = row.step.finishedAt {
      return end >= start ? Wording.elapsed(.seconds(end.timeIntervalSince(start))) : ""
    }
    guard let now, row.step.isAtWork else { return "" }
    return switch now.age(of: start) {
    case .ago(let age): Wording.age(age)
    case .ahead: "ahead"
    }
  }
}

extension Step {
  /// Whether time counts for it: it began and is not over.
  var isAtWork: Bool {
    switch state {
    case .running, .warning, .caughtUp: true
    case .pending, .failed, .paused, .stopped, .done, .unknown: false
    }
  }
}
