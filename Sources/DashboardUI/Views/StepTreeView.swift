import MigrationModel
import MigrationWatch

import struct FoundationEssentials.Date

/// The steps of a job as a tree, with what is known of the selected one below.
struct StepTreeView: BodyView {
  let model: DashboardViewModel
  let layout: ScreenLayout
  let id: Job.ID

  private func detailRows(_ rows: Int) -> Int { rows >= 30 ? 9 : rows >= 16 ? 5 : 0 }

  func listRows(in size: Size) -> Int { max(1, size.rows - 1 - detailRows(size.rows)) }

  func draw(on canvas: inout Canvas) -> String {
    let rows = model.stepRows(id)
    let parts = canvas.bounds.split(bottom: detailRows(canvas.size.rows))
    var shown = 0
    canvas.draw(in: parts.rest) { canvas in
      StepLine.drawHeading(on: &canvas)
      shown = canvas.size.rows - 1
      if rows.rows.isEmpty {
        canvas.write("no steps were read yet", row: 1, column: 2, style: .muted)
      }
      for (line, index) in (model.place.top..<min(rows.rows.count, model.place.top + max(0, shown)))
        .enumerated()
      {
        StepLine(row: rows.rows[index]).draw(
          on: &canvas, line: line + 1, isSelected: index == model.place.cursor)
      }
    }
    if rows.rows.indices.contains(model.place.cursor) {
      let step = rows.rows[model.place.cursor].step
      canvas.draw(in: parts.bottom) { drawDetail(step, on: &$0) }
    }
    let age = model.job(id)?.job.stepsObservedAt.map {
      "   read \(Wording.age(model.job(id)?.age(of: $0) ?? .zero)) ago"
    }
    return position(first: model.place.top, shown: shown, of: rows.rows.count)
      + "   \(rows.known) steps known, \(rows.known - rows.rows.count) folded" + (age ?? "")
  }

  private func drawDetail(_ step: Step, on canvas: inout Canvas) {
    let inside = canvas.box(
      title: step.label, trailing: step.error == nil ? "" : "Enter: full error", style: .muted,
      titleStyle: .title)
    var lines: [(String, Style)] = []
    if let error = step.error {
      lines.append(
        ([error.code, error.message].compactMap { $0 }.joined(separator: " "), Style(tone: .bad)))
    }
    if let note = step.note { lines.append((note, Style(tone: .warning))) }
    lines.append(("\(step.name)   \(step.nativeState ?? "no state told")   id \(step.id)", Style()))
    lines.append((times(step), .muted))
    if let help = step.error?.help { lines.append(("help \(help)", .muted)) }
    canvas.draw(in: inside) { canvas in
      for (row, line) in lines.enumerated() {
        canvas.write(line.0, row: row, column: 0, style: line.1)
      }
    }
  }

  private func times(_ step: Step) -> String {
    let start = step.startedAt.map { "started \(Wording.dateTime($0))" }
    let end = step.finishedAt.map { "finished \(Wording.dateTime($0))" }
    let words = [start, end].compactMap { $0 }
    return words.isEmpty ? "no times told" : words.joined(separator: "   ")
  }
}

/// One step in one line of the tree.
struct StepLine {
  let row: StepRow

  private static let figures = 22

  static func drawHeading(on canvas: inout Canvas) {
    canvas.write("  STEP", row: 0, column: 0, style: .heading)
    let start = figureColumn(canvas)
    canvas.write("STATE", row: 0, column: start, style: .heading)
    canvas.writeRight("%", row: 0, column: start + 6, width: 4, style: .heading)
    canvas.writeRight("TIME", row: 0, column: start + 11, width: 7, style: .heading)
    if hasNotes(canvas) {
      canvas.writeRight("LAG", row: 0, column: start + 19, width: 7, style: .heading)
      canvas.write("NOTE", row: 0, column: start + 28, style: .heading)
    }
  }

  private static func hasNotes(_ canvas: Canvas) -> Bool { canvas.size.columns >= 100 }

  private static func figureColumn(_ canvas: Canvas) -> Int {
    hasNotes(canvas) ? min(60, canvas.size.columns * 2 / 5) : max(0, canvas.size.columns - 18)
  }

  func draw(on canvas: inout Canvas, line: Int, isSelected: Bool) {
    let state = ShownState(row.step.state)
    let start = Self.figureColumn(canvas)
    if isSelected {
      canvas.fill(row: line, style: Style(isReversed: true))
      canvas.put(
        canvas.glyphs.pointer, row: line, column: 0, style: Style(isBold: true, isReversed: true))
      canvas.setCursor(row: line, column: 0)
    }
    let style = isSelected ? Style(isReversed: true) : Style()
    let stateStyle = isSelected ? Style(isBold: true, isReversed: true) : state.style
    let indent = 1 + row.depth * 2
    let fold = row.isOpen.map { $0 ? "-" : "+" } ?? " "
    canvas.write(fold, row: line, column: indent, style: style)
    canvas.write(state.glyph, row: line, column: indent + 2, style: stateStyle)
    canvas.write(title, row: line, column: indent + 4, style: style, width: start - indent - 5)
    let caughtUp = row.step.state == .caughtUp
    canvas.write(
      caughtUp ? "CAUGHT" : state.word, row: line, column: start, style: stateStyle, width: 6)
    canvas.writeNumber(
      JobReport.percent(JobReport.fraction(of: row.step)), row: line, column: start + 6, width: 5,
      style: style)
    canvas.writeNumber(time, row: line, column: start + 11, width: 7, style: style)
    guard Self.hasNotes(canvas) else { return }
    canvas.writeNumber(
      row.step.lag.value.map(Wording.duration) ?? "", row: line, column: start + 19, width: 7,
      style: style)
    canvas.write(
      row.step.error?.message ?? row.step.note ?? "", row: line, column: start + 28,
      style: stateStyle)
  }

  private var title: String {
    let step = row.step
    // Sub-steps carry the name of their step: only the id tells them apart.
    if row.depth > 0 { return step.name == step.id ? step.id : "\(step.id)  \(step.name)" }
    let code = step.code.map { "\($0) " } ?? ""
    return step.name == step.label ? code + step.label : "\(code)\(step.name) (\(step.label))"
  }

  /// How long it took, or takes so far if it ended is not told.
  private var time: String {
    guard let start = row.step.startedAt, let end = row.step.finishedAt, end >= start else {
      return ""
    }
    return Wording.longAge(.seconds(end.timeIntervalSince(start)))
  }
}
