import MigrationModel
import MigrationWatch

/// Where the parts of an event stand in a line of some width.
struct EventColumns {
  private let source: Int?
  private let job: Int
  private let text: Int
  private let isWide: Bool
  private static let change = 11
  private static let nameWidth = 18

  init(_ columns: Int, sourceWidth: Int) {
    isWide = columns >= 60
    // Behind the glyph and at most `STALL>FAIL`.
    let start = isWide ? Self.change + 13 : Self.change + 2
    source = columns >= 100 ? start : nil
    job = start + (source == nil ? 0 : min(12, sourceWidth) + 1)
    text = job + Self.nameWidth + 1
  }

  func drawHeading(on canvas: inout Canvas, row: Int) {
    func heading(_ text: String, _ column: Int) {
      canvas.write(text, row: row, column: column, style: .heading)
    }
    heading("TIME\(canvas.glyphs.descending)", 2)
    if isWide { heading("CHANGE", Self.change) }
    if let source { heading("SRC", source) }
    heading("JOB", job)
    if isWide { heading("WHAT", text) }
  }

  func draw(_ row: EventRow, isSelected: Bool, on canvas: inout Canvas, line: Int) {
    let event = row.first
    if isSelected {
      canvas.put(canvas.glyphs.pointer, row: line, column: 0, style: .title)
      canvas.setCursor(row: line, column: 0)
    }
    let time = Wording.timeOfDay(event.time)
    canvas.write(time, row: line, column: 2, style: Style(isReversed: isSelected))
    let style = event.state.style
    canvas.write(event.state.glyph, row: line, column: Self.change, style: style)
    guard isWide else {
      canvas.writeSentence("\(name(row)) \(row.text)", row: line, column: job)
      return
    }
    canvas.write(event.change, row: line, column: Self.change + 2, style: style, width: 10)
    if let source {
      canvas.write(event.source, row: line, column: source, style: .muted, width: job - source - 1)
    }
    canvas.write(
      name(row), row: line, column: job, style: Style(isReversed: isSelected),
      width: Self.nameWidth)
    canvas.writeSentence(row.text, row: line, column: text)
  }

  private func name(_ row: EventRow) -> String {
    row.first.job == nil && source == nil ? row.first.source : row.name
  }
}
