import MigrationWatch

/// The checks of a cut-over, and what only a person can know.
struct CutoverPane {
  let report: JobReport

  private static let byPerson = "by you   writes stopped, sequences, triggers, way back"

  func draw(on canvas: inout Canvas) {
    canvas.write(
      report.cutoverSummary, row: 0, column: 0,
      style: report.isReady ? Style(tone: .good, isBold: true) : .heading)
    let lines = report.cutoverLines
    guard !lines.isEmpty else { return }
    let isRoomy = canvas.size.rows >= lines.count + 7
    var row = isRoomy ? 2 : 1
    if isRoomy {
      canvas.write("  CHECK          RESULT   EVIDENCE", row: row, column: 0, style: .muted)
      row += 1
    }
    for line in lines {
      draw(line, on: &canvas, row: row)
      row += 1
    }
    if isRoomy {
      canvas.write(
        "ready needs every check to pass and to hold; unknown blocks", row: row + 1, column: 0,
        style: .muted)
      row += 2
    }
    canvas.write(Self.byPerson, row: row + 1, column: 0, style: .muted)
  }

  private func draw(_ line: CutoverLine, on canvas: inout Canvas, row: Int) {
    let result = line.state == .failed ? line.result.uppercased() : line.result
    canvas.write(line.state.glyph, row: row, column: 0, style: line.state.style)
    canvas.write(line.name, row: row, column: 2, width: 14)
    canvas.write(result, row: row, column: 17, style: line.state.style, width: 8)
    canvas.write(line.evidence, row: row, column: 26)
  }
}
