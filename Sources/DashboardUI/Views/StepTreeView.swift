import MigrationModel
import MigrationWatch

/// The steps of a job as a tree, with what is known of the selected one below or at the side.
struct StepTreeView: BodyView {
  let model: DashboardViewModel
  let layout: ScreenLayout
  let id: Job.ID

  private var hasSide: Bool { layout.hasSidePanel }

  private func detailRows(_ rows: Int) -> Int {
    hasSide ? 0 : rows >= 30 ? 9 : rows >= 18 ? 5 : 0
  }

  func listRows(in size: Size) -> Int { max(1, size.rows - 1 - detailRows(size.rows)) }

  func draw(on canvas: inout Canvas) -> Footnote {
    let tree = model.stepTree(id)
    let columns = canvas.bounds.split(right: hasSide ? ScreenLayout.sidePanelColumns - 4 : 0)
    let parts = columns.rest.split(bottom: detailRows(canvas.size.rows))
    canvas.draw(in: parts.rest) { drawList(tree, on: &$0) }
    if tree.rows.indices.contains(model.place.cursor), let report = model.job(id) {
      let detail = StepDetail(
        model: model, report: report, tree: tree, index: model.place.cursor)
      canvas.draw(in: hasSide ? columns.right : parts.bottom) {
        detail.draw(on: &$0, isWide: !hasSide)
      }
    }
    return Footnote(
      "rows", first: model.place.top, shown: max(0, parts.rest.rows - 1), of: tree.rows.count,
      rest: footnote(tree))
  }

  private var now: ServiceMoment? { model.job(id)?.serviceNow }

  private func drawList(_ tree: StepRows, on canvas: inout Canvas) {
    let shown = tree.rows.indices.dropFirst(model.place.top).prefix(max(0, canvas.size.rows - 1))
    let titleColumns = shown.map { StepLine.titleColumns(of: tree.rows[$0]) }.max() ?? 0
    StepLine.drawHeading(titleColumns: titleColumns, on: &canvas)
    if tree.rows.isEmpty {
      for (row, line) in Wrapping.lines(model.noStepsWords(id), width: canvas.size.columns - 4)
        .enumerated()
      {
        canvas.write(line, row: row + 1, column: 2, style: .muted)
      }
    }
    for (line, index) in shown.enumerated() {
      let row = tree.rows[index]
      let end = row.isGroup ? nil : model.job(id)?.endWords(of: row.step, at: row.path)
      StepLine(row: row, now: now, end: end, titleColumns: titleColumns).draw(
        on: &canvas, line: line + 1, isSelected: index == model.place.cursor)
      canvas.mark(.row(index), Region(row: line + 1, rows: 1, columns: canvas.size.columns))
    }
  }

  private func footnote(_ tree: StepRows) -> String {
    guard tree.known > 0 else { return "" }
    let active = tree.active.map { ": \(tree.rows[$0].title)" } ?? ""
    let follow = model.place.isFollowing ? "on\(active)" : "off"
    let age = model.job(id).flatMap { report in
      report.job.stepsObservedAt.map {
        "   read \(Wording.longAge(report.age(ofReading: $0))) ago"
      }
    }
    return "   \(tree.known) steps known, \(tree.foldedCount) folded   follow \(follow)\(age ?? "")"
  }
}
