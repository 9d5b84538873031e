import MigrationModel
import MigrationWatch

/// What to do about an error, in lines of a width.
struct RemedyLines {
  typealias Line = (text: String, style: Style)

  private let remedy: Remedy

  init?(_ remedy: Remedy?) {
    guard let remedy else { return nil }
    self.remedy = remedy
  }

  private static let reminder = "migtop only reads."

  /// Below an error in full: a heading, why it comes and what to do, and who says so.
  func block(width: Int, mark: String) -> [Line] {
    let text = "\(remedy.cause) \(remedy.action) \(Self.reminder)"
    return [("", Style()), (" WHAT TO DO", .heading)]
      + Self.indented(text, 3, width: width, mark: mark, Style())
      + Self.indented("see: \(remedy.source)", 3, width: width, mark: mark, .muted)
  }

  /// In a box about something else: what to do, and with the reason where that fits.
  ///
  /// - Parameter rows: At most so many lines. The last one may be wider, for its end to be cut in sight.
  func box(width: Int, rows: Int) -> [Line] {
    let label = "to do  "
    let room = width - label.count
    let long = Wrapping.lines("\(remedy.cause) \(remedy.action)", width: room)
    var lines = long.count <= rows ? long : Wrapping.lines(remedy.action, width: room)
    if lines.count > rows, rows > 0 {
      let last = lines[(rows - 1)...].joined(separator: " ")
      lines = lines.prefix(rows - 1) + [last]
    }
    return lines.enumerated().map { number, line in
      ((number == 0 ? label : String(repeating: " ", count: label.count)) + line, Style())
    }
  }

  private static func indented(
    _ text: String, _ indent: Int, width: Int, mark: String, _ style: Style
  ) -> [Line] {
    let margin = String(repeating: " ", count: indent)
    return Wrapping.lines(text, width: width - indent, mark: mark).map { (margin + $0, style) }
  }
}
