import MigrationModel
import MigrationWatch

/// All errors of a job.
struct ErrorListView: BodyView {
  let model: DashboardViewModel
  let id: Job.ID

  func listRows(in size: Size) -> Int { max(1, size.rows - 1) }

  func draw(on canvas: inout Canvas) -> String {
    canvas.write("  TIME     ERROR", row: 0, column: 0, style: .heading)
    let errors = model.job(id)?.errors ?? []
    if errors.isEmpty { canvas.write("no errors", row: 1, column: 2, style: .muted) }
    let rows = canvas.bounds.split(top: 1).rest
    canvas.draw(in: rows) { canvas in
      for (line, index) in errors.indices.dropFirst(model.place.top).prefix(canvas.size.rows)
        .enumerated()
      {
        let isSelected = index == model.place.cursor
        if isSelected { canvas.fill(row: line, style: Style(isReversed: true)) }
        if isSelected { canvas.setCursor(row: line, column: 0) }
        canvas.draw(in: Region(row: line, column: 2, rows: 1, columns: canvas.size.columns - 2)) {
          ErrorLine(error: errors[index]).draw(on: &$0, row: 0, isSelected: isSelected)
        }
      }
    }
    return position("errors", first: model.place.top, shown: rows.rows, of: errors.count)
  }
}

/// One error in full.
struct ErrorTextView: BodyView {
  let model: DashboardViewModel
  let id: Job.ID
  let index: Int

  func listRows(in size: Size) -> Int { max(1, size.rows) }

  func draw(on canvas: inout Canvas) -> String {
    let lines = lines(width: canvas.size.columns, mark: " \(Character(canvas.glyphs.wrap))")
    let top = min(model.place.cursor, max(0, lines.count - canvas.size.rows))
    for (row, line) in lines.dropFirst(top).prefix(canvas.size.rows).enumerated() {
      canvas.write(line.text, row: row, column: 0, style: line.style)
    }
    let wrap = model.dashboard.isWrapped ? "on" : "off"
    return position("lines", first: top, shown: canvas.size.rows, of: lines.count)
      + "   wrap \(wrap)"
  }

  private struct Line {
    var text: String
    var style = Style()
  }

  private func lines(width: Int, mark: String) -> [Line] {
    guard let report = model.job(id), report.errors.indices.contains(index) else {
      return [Line(text: " the service no longer reports this error", style: .muted)]
    }
    let error = report.errors[index]
    let (cause, symptom) = error.causeAndSymptom
    var lines = [Line(text: " error \(index + 1) of \(report.errors.count)", style: .title)]
    lines += wrapped(cause, width: width, indent: 1, mark: mark, Style(tone: .bad, isBold: true))
    if let symptom {
      lines += wrapped("symptom: \(symptom)", width: width, indent: 1, mark: mark, .muted)
    }
    lines.append(Line(text: ""))
    for (label, text) in facts(error, report) {
      let label = label + String(repeating: " ", count: max(0, 10 - label.count))
      lines.append(Line(text: " \(label)\(text)"))
    }
    lines += [
      Line(text: ""),
      Line(text: " MESSAGE (as sent; control characters in visible forms)", style: .heading),
    ]
    return lines + wrapped(error.message, width: width, indent: 3, mark: mark, Style())
  }

  private func wrapped(
    _ text: String, width: Int, indent: Int, mark: String, _ style: Style
  ) -> [Line] {
    let margin = String(repeating: " ", count: indent)
    let lines =
      model.dashboard.isWrapped
      ? Wrapping.lines(text, width: width - indent, mark: mark)
      : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return lines.map { Line(text: margin + $0, style: style) }
  }

  private func facts(_ error: JobError, _ report: JobReport) -> [(String, String)] {
    let job = report.job
    var facts = [
      ("job", "\(job.name)   \(job.id.source)   \(job.id.native)"),
      (
        "where",
        error.path.isEmpty
          ? "phase \(report.phaseWord) \(report.percentWord)" : error.path.joined(separator: " > ")
      ),
      ("status", job.nativeStatus),
    ]
    if let code = error.code { facts.append(("code", code)) }
    if let location = error.location { facts.append(("location", location)) }
    if let at = error.at { facts.append(("at", Wording.dateTime(at))) }
    if let help = error.help { facts.append(("help", help)) }
    if let times = model.events(of: job.id).first(where: {
      $0.kind == .failure && $0.text.contains(error.message)
    })?.times {
      facts.append(("seen", "\(times) times since the start"))
    }
    facts.append(("read", "\(report.ageWord) ago"))
    return facts
  }
}
