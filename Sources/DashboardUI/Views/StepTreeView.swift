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

  func draw(on canvas: inout Canvas) -> Footnote {
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
        canvas.mark(.row(index), Region(row: line + 1, rows: 1, columns: canvas.size.columns))
      }
    }
    if rows.rows.indices.contains(model.place.cursor) {
      canvas.draw(in: parts.bottom) { drawDetail(rows.rows, on: &$0) }
    }
    let age = model.job(id)?.job.stepsObservedAt.map {
      "   read \(Wording.age(model.job(id)?.age(of: $0) ?? .zero)) ago"
    }
    return Footnote(
      "rows", first: model.place.top, shown: shown, of: rows.rows.count,
      rest: "   \(rows.known) steps known, \(rows.known - rows.rows.count) folded\(age ?? "")")
  }

  private func drawDetail(_ rows: [StepRow], on canvas: inout Canvas) {
    let step = rows[model.place.cursor].step
    let inside = canvas.box(
      title: step.label, trailing: step.error == nil ? "" : "Enter: full error", style: .muted,
      titleStyle: .title)
    var lines: [(String, Style)] = []
    if let error = step.error {
      lines.append(
        ([error.code, error.message].compactMap { $0 }.joined(separator: " "), Style(tone: .bad)))
    }
    if let note = step.note { lines.append((note, Style(tone: .warning))) }
    lines.append(
      (
        "in \(way(to: model.place.cursor, in: rows))   \(step.nativeState ?? "no state told")",
        Style()
      ))
    if let job = model.job(id)?.job, let error = step.error,
      let remedy = RemedyLines(model.remedy(for: error, of: job))
    {
      let room = max(1, inside.rows - lines.count - 2)
      lines += remedy.box(width: inside.columns, rows: room)
    }
    lines.append((times(step), .muted))
    if let help = step.error?.help { lines.append(("help \(help)", .muted)) }
    canvas.draw(in: inside) { canvas in
      for (row, line) in lines.enumerated() {
        canvas.write(line.0, row: row, column: 0, style: line.1)
      }
    }
  }

  /// The step with those above it: `02 dts.step.struct.load > crm`.
  private func way(to row: Int, in rows: [StepRow]) -> String {
    var words: [String] = []
    var depth = Int.max
    for row in rows[...row].reversed() where row.depth < depth {
      depth = row.depth
      words.insert([row.step.code, row.step.name].compactMap { $0 }.joined(separator: " "), at: 0)
    }
    return words.joined(separator: " > ")
  }

  private func times(_ step: Step) -> String {
    let start = step.startedAt.map { "started \(Wording.dateTime($0))" }
    let end = step.finishedAt.map { "finished \(Wording.dateTime($0))" }
    let words = [start, end].compactMap { $0 }
    return words.isEmpty ? "no times told" : words.joined(separator: "   ")
  }
}
