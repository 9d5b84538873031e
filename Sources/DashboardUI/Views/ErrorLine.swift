import MigrationModel
import MigrationWatch

/// A failure in one line.
struct ErrorLine {
  let error: JobError
  /// How often it was seen; shown above 1.
  var hits: Int64 = 1

  func draw(on canvas: inout Canvas, row: Int, isSelected: Bool = false) {
    let time = error.at.map(Wording.timeOfDay) ?? "        "
    canvas.write(time, row: row, column: 0, style: .muted.reversed(isSelected))
    let style = Style(tone: error.isActive ? .bad : .muted)
    canvas.write(error.isActive ? "X" : "!", row: row, column: 9, style: style)
    let times = hits > 1 ? "x\(Wording.count(hits)) " : ""
    canvas.writeSentence(times + place + error.text, row: row, column: 11, style: style)
  }

  /// The step that has it, or how many have.
  private var place: String {
    guard error.origin == .step, let last = error.path.last else { return "" }
    return "\(last): "
  }
}
