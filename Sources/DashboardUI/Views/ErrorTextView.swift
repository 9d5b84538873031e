import MigrationModel
import MigrationWatch

/// One error in full: its cause, what it is about, and the text as it was sent.
struct ErrorTextView: BodyView {
  let model: DashboardViewModel
  let id: Job.ID
  let index: Int

  func listRows(in size: Size) -> Int { max(1, size.rows - 1) }

  func viewport(in size: Size) -> Viewport {
    let rows = listRows(in: size)
    guard let report = model.job(id), report.errors.indices.contains(index) else {
      return Viewport(rows: rows, lines: 1)
    }
    let lines = lines(report, width: size.columns, mark: " *")
    return Viewport(
      rows: rows, lines: lines.count,
      matches: lines.indices.filter { model.isFound(in: lines[$0].text) })
  }

  func draw(on canvas: inout Canvas) -> Footnote {
    guard let report = model.job(id), report.errors.indices.contains(index) else {
      canvas.write("the service no longer reports this error", row: 0, column: 1, style: .muted)
      return Footnote("")
    }
    canvas.line(
      row: 0, title: "error \(index + 1) of \(report.errors.count)", style: .muted)
    let text = canvas.bounds.split(top: 1).rest
    let lines = lines(report, width: text.columns, mark: " \(Character(canvas.glyphs.wrap))")
    let top = min(model.place.cursor, max(0, lines.count - text.rows))
    canvas.draw(in: text) { canvas in
      for (row, line) in lines.dropFirst(top).prefix(canvas.size.rows).enumerated() {
        canvas.write(line.text, row: row, column: 0, style: line.style)
      }
    }
    let wrap = model.dashboard.isWrapped ? "on" : "off"
    return Footnote(
      "lines", first: top, shown: text.rows, of: lines.count, rest: "   wrap \(wrap)")
  }

  private struct Line {
    var text: String
    var style = Style()
  }

  private func lines(_ report: JobReport, width: Int, mark: String) -> [Line] {
    let error = report.errors[index]
    let (cause, symptom) = error.causeAndSymptom
    // The cause is the first line: what follows is where it happened.
    let headline = cause.prefix { !$0.isNewline }
    func block(_ text: String, _ indent: Int, hanging: Int = 0, _ style: Style) -> [Line] {
      wrapped(text, width: width, indent: indent, hanging: hanging, mark: mark, style)
    }
    var lines = block(String(headline), 1, hanging: 2, Style(tone: .bad, isBold: true))
    if let symptom, !symptom.isEmpty {
      let text = String(symptom.reversed().drop { $0 == " " || $0 == "," }.reversed())
      lines += block("symptom: \(text)", 3, .muted)
    }
    lines.append(Line(text: ""))
    for (label, text) in facts(error, report) {
      let label = label + String(repeating: " ", count: max(0, 10 - label.count))
      lines.append(Line(text: " \(label)\(text)"))
    }
    if let remedy = RemedyLines(model.remedy(for: error, of: report.job)) {
      lines += remedy.block(width: width, mark: mark).map { Line(text: $0.text, style: $0.style) }
    }
    lines += [Line(text: ""), Line(text: " \(Self.messageTitle)", style: .heading)]
    lines += block(error.message, 3, Style())
    return lines + related(report)
  }

  private static let messageTitle = "MESSAGE (as sent; control bytes as ␛ ␍ ␊ <U+202E>)"

  private func wrapped(
    _ text: String, width: Int, indent: Int, hanging: Int, mark: String, _ style: Style
  ) -> [Line] {
    let lines =
      model.dashboard.isWrapped
      ? Wrapping.lines(text, width: width - indent - hanging, mark: mark)
      : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.enumerated().map { number, line in
      let margin = String(repeating: " ", count: number == 0 ? indent : indent + hanging)
      return Line(text: margin + line, style: style)
    }
  }

  private func related(_ report: JobReport) -> [Line] {
    let events = model.events(of: report.job.id).filter {
      $0.kind == .state || $0.kind == .attempt || $0.kind == .phase
    }
    guard !events.isEmpty else { return [] }
    return [Line(text: ""), Line(text: " RELATED", style: .heading)]
      + events.map { Line(text: "   \(Wording.timeOfDay($0.at.date)) \($0.text)") }
  }
}
