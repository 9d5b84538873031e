import MigrationModel
import MigrationWatch

/// The errors of a job, what stops it now first.
struct JobErrorsPane {
  let report: JobReport

  private static let textColumn = 11

  func content(_ size: Size) -> JobPaneText {
    let errors = report.errors
    guard !errors.isEmpty else {
      return JobPaneText(lines: [JobPaneLine("none", .muted)])
    }
    return JobPaneText(
      lines: zip(errors, shares(of: errors, size)).flatMap {
        lines($0, atMost: $1, size.columns)
      })
  }

  /// How many lines each gets: one where there is no room for more, else a fair share, and the
  /// first ones also what others leave over.
  private func shares(of errors: [JobError], _ size: Size) -> [Int] {
    guard size.rows > errors.count else { return errors.map { _ in 1 } }
    let needs = errors.map {
      Wrapping.lines(wholeText($0), width: room(for: $0, size.columns)).count
    }
    var shares = needs.map { min($0, size.rows / errors.count) }
    var left = size.rows - shares.reduce(0, +)
    for index in shares.indices {
      let more = min(left, needs[index] - shares[index])
      shares[index] += more
      left -= more
    }
    return shares
  }

  private func times(of error: JobError) -> String? {
    error.times.flatMap { $0 > 1 ? "x\($0)" : nil }
  }

  private func room(for error: JobError, _ columns: Int) -> Int {
    max(8, columns - Self.textColumn - (times(of: error).map { $0.count + 2 } ?? 0))
  }

  private func lines(_ error: JobError, atMost most: Int, _ columns: Int) -> [JobPaneLine] {
    let times = times(of: error)
    let room = room(for: error, columns)
    let style = Style(tone: error.isActive ? .bad : .muted)
    let wrapped = wrapped(error, atMost: most, width: room)
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
      return [TextWidth.columns(of: whole) <= width ? whole : causeText(error)]
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
    text.oneLine
  }
}
