import MigrationModel
import MigrationWatch

/// All that is known of one error, as lines of a width.
struct ErrorText {
  let model: DashboardViewModel
  let report: JobReport
  let error: JobError
  let width: Int
  let glyphs: Glyphs

  struct Line: Hashable {
    var text: String
    var style = Style()
    /// Whether it is the service's text, which can be moved sideways.
    var isText = false
  }

  var lines: [Line] {
    headline + [Line(text: "")] + factLines + remedyLines
      + [Line(text: ""), Line(text: " \(Self.messageTitle)", style: .heading)]
      + block(error.message, 3, isText: true) + placeLines + related
  }

  private static let messageTitle =
    "MESSAGE (as sent, secrets hidden; control bytes as ␛ ␍ ␊ <U+202E>)"

  /// The cause first: what follows is what it led to.
  private var headline: [Line] {
    let (cause, symptom) = error.causeAndSymptom
    let first = cause.prefix { !$0.isNewline }
    let lines = block(String(first), 1, hanging: 2, Style(tone: .bad, isBold: true))
    let rest = String((symptom ?? "").reversed().drop { " ,.;:".contains($0) }.reversed())
    return rest.isEmpty ? lines : lines + block("symptom: \(rest)", 3, .muted)
  }

  private var factLines: [Line] {
    facts.flatMap { label, text -> [Line] in
      let margin = 11
      return Wrapping.lines(text, width: width - margin).enumerated().map { number, line in
        let label = number == 0 ? " \(label)" : ""
        return Line(text: label + String(repeating: " ", count: margin - label.count) + line)
      }
    }
  }

  private var remedyLines: [Line] {
    let remedy = RemedyLines(model.remedy(for: error, of: report.job))
    let mark = " \(Character(glyphs.wrap))"
    return remedy?.block(width: width, mark: mark).map { Line(text: $0.text, style: $0.style) }
      ?? []
  }

  /// Where else the same text stands.
  private var placeLines: [Line] {
    let places =
      error.places.count > 1
      ? error.places.map { $0.joined(separator: " > ") }
      : error.locations.count > 1 ? error.locations : []
    guard !places.isEmpty else { return [] }
    return [Line(text: ""), Line(text: " PLACES (\(places.count))", style: .heading)]
      + places.map { Line(text: "   \($0)") }
  }

  private func block(
    _ text: String, _ indent: Int, hanging: Int = 0, _ style: Style = Style(), isText: Bool = false
  ) -> [Line] {
    // Where the service broke the line is a part of what it sent.
    let text = isText && !glyphs.isASCII ? text.replacing("\n", with: "␊\n") : text
    let lines =
      model.dashboard.isWrapped
      ? Wrapping.lines(text, width: width - indent - hanging, mark: " \(Character(glyphs.wrap))")
      : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.enumerated().map { number, line in
      let margin = String(repeating: " ", count: number == 0 ? indent : indent + hanging)
      return Line(text: margin + line, style: style, isText: isText)
    }
  }
}
