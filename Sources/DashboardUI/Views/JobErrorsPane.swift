import MigrationModel
import MigrationWatch

/// The errors of a job, what stops it now first.
struct JobErrorsPane {
  let report: JobReport

  private static let textColumn = 11

  func content(_ size: Size) -> JobPaneText {
    let errors = report.errors
    let ordered = errors.filter(\.isActive) + errors.filter { !$0.isActive }
    guard !ordered.isEmpty else {
      return JobPaneText(lines: [JobPaneLine("none", .muted)])
    }
    // One line each where there is no room for more: it begins with the cause.
    let most = max(1, size.rows / ordered.count)
    return JobPaneText(lines: ordered.flatMap { lines($0, atMost: most, size.columns) })
  }

  private func lines(_ error: JobError, atMost most: Int, _ columns: Int) -> [JobPaneLine] {
    let times = error.times.flatMap { $0 > 1 ? "x\($0)" : nil }
    let room = columns - Self.textColumn - (times.map { $0.count + 2 } ?? 0)
    let style = Style(tone: error.isActive ? .bad : .muted)
    let wrapped = wrapped(error, atMost: most, width: max(8, room))
    var lines = wrapped.map { JobPaneLine($0, at: Self.textColumn, style) }
    lines[0] = JobPaneLine(error.at.map(Wording.timeOfDay) ?? "", at: 0, .muted)
      .text(error.isActive ? "X" : "!", at: 9, style)
      .text(wrapped[0], at: Self.textColumn, width: room, style)
    if let times {
      lines[0] = lines[0].number(times, at: columns - times.count, width: times.count, style)
    }
    return lines
  }

  /// What does not fit as a whole begins with the cause, and its last line goes on past the edge.
  private func wrapped(_ error: JobError, atMost most: Int, width: Int) -> [String] {
    guard most > 1 else {
      let whole = wholeText(error)
      return [whole.utf8.count <= width ? whole : causeText(error)]
    }
    let whole = Wrapping.lines(wholeText(error), width: width)
    guard whole.count > most else { return whole }
    let cause = Wrapping.lines(causeText(error), width: width)
    guard cause.count > most else { return cause }
    return cause.prefix(most - 1) + [cause[(most - 1)...].joined(separator: " ")]
  }

  /// Without what the cause broke.
  private func causeText(_ error: JobError) -> String {
    let (cause, symptom) = error.causeAndSymptom
    let place = error.path.last.map { "\($0): " } ?? ""
    guard symptom != nil else { return place + flat(error.text) }
    let code = error.code.map { cause.contains($0) ? "" : "\($0) " } ?? ""
    return place + code + flat(cause)
  }

  private func wholeText(_ error: JobError) -> String {
    (error.path.last.map { "\($0): " } ?? "") + flat(error.text)
  }

  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
