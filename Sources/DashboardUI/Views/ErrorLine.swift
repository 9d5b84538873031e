import MigrationModel
import MigrationWatch

/// A failure in one line.
struct ErrorLine {
  let error: JobError

  func draw(on canvas: inout Canvas, row: Int, isSelected: Bool = false) {
    let time = error.at.map(Wording.timeOfDay) ?? "        "
    let style = Style(
      tone: isSelected ? .plain : error.isActive ? .bad : .muted, isReversed: isSelected)
    canvas.write(
      time, row: row, column: 0,
      style: Style(tone: isSelected ? .plain : .muted, isReversed: isSelected))
    canvas.write(error.isActive ? "X" : "!", row: row, column: 9, style: style)
    let path = error.path.last.map { "\($0): " } ?? ""
    let text = path + error.text
    canvas.write(text, row: row, column: 11, style: style)
  }
}
