import MigrationModel
import MigrationWatch

/// The step tree of a job in a pane, with the text of the first step that is in trouble below it.
struct JobStepsPane: JobPaneContent {
  private let rows: [StepRow]
  private let texts: [JobPaneLine]

  init(rows: [StepRow], columns: Int) {
    self.rows = rows
    guard let row = rows.first(where: { $0.step.error?.message != nil }) else {
      texts = []
      return
    }
    let step = row.step
    let title = step.title
    let message = step.error?.message ?? ""
    // Most messages begin with their code.
    let code = step.error?.code.flatMap { message.contains($0) ? nil : $0 }
    let style = ShownState(step.state).style
    texts =
      [.blank, JobPaneLine("\(title): \(code ?? "error")", style)]
      + Wrapping.lines(message, width: columns - 2).map {
        JobPaneLine($0, at: 2)
      }
  }

  var count: Int { max(1, rows.count + texts.count) }

  func draw(_ line: Int, on canvas: inout Canvas, row: Int) {
    if rows.isEmpty {
      canvas.write("- not read yet", row: row, column: 0, style: .muted)
    } else if rows.indices.contains(line) {
      StepLine(row: rows[line], isCompact: true).draw(on: &canvas, line: row, isSelected: false)
    } else {
      texts[line - rows.count].draw(on: &canvas, row: row)
    }
  }
}
