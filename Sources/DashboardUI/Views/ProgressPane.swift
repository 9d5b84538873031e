import MigrationModel
import MigrationWatch

/// How far a job is: one bar a phase, the counters, what is left.
struct ProgressPane {
  let report: JobReport

  func draw(on canvas: inout Canvas) {
    for (row, line) in lines.prefix(canvas.size.rows).enumerated() {
      canvas.write(line.label, row: row, column: 0, style: .muted, width: 8)
      switch line.content {
      case .text(let text, let style): canvas.write(text, row: row, column: 9, style: style)
      case .bar(let fraction, let text):
        let width = max(4, min(36, canvas.size.columns - 10 - TextWidth.columns(of: text)))
        canvas.progressBar(
          fraction, row: row, column: 9, width: width, style: Style(tone: .accent))
        canvas.write(text, row: row, column: 10 + width)
      }
    }
  }

  private enum Content {
    case text(String, Style = Style())
    case bar(Double?, String)
  }

  private struct Line {
    let label: String
    let content: Content
  }

  private var lines: [Line] {
    phaseLine + counterLines + lagLine
      + [
        Line(label: "eta", content: .text(report.etaSentence)),
        Line(label: "cut-over", content: .text(report.cutoverSummary)),
      ] + noteLines
  }

  private var phaseLine: [Line] {
    [
      Line(
        label: report.phaseWord,
        content: .bar(report.fraction, "\(report.percentWord)\(qualityWords)"))
    ]
  }

  private var qualityWords: String {
    switch report.quality {
    case .exact, .unknown: ""
    case .estimated: " of an estimate"
    case .growing: " of a total that grows"
    case .exceeded: " past the estimate"
    }
  }

  private var counterLines: [Line] {
    let progress = report.job.progress
    let counts = [
      words(progress.rows, "rows", Wording.grouped),
      words(progress.tables, "tables", Wording.grouped),
      words(progress.bytes, "") { Wording.bytes(Double($0)) },
    ].compactMap { $0 }.joined(separator: "   ")
    var rates: [String] = []
    if report.rateWord != Wording.absent { rates.append("\(report.rateWord) rows/s") }
    if let bytes = report.job.throughput.bytesPerSecond { rates.append(Wording.byteRate(bytes)) }
    if let events = report.job.throughput.eventsLastMinute { rates.append("\(events) events/min") }
    var lines: [Line] = []
    if !counts.isEmpty { lines.append(Line(label: "copied", content: .text(counts))) }
    if !rates.isEmpty {
      lines.append(Line(label: "rate", content: .text(rates.joined(separator: "   "))))
    }
    if !progress.processing.isEmpty {
      lines.append(Line(label: "now", content: .text(progress.processing.joined(separator: ", "))))
    }
    return lines
  }

  private func words(
    _ count: Progress.Count, _ unit: String, _ text: (Int64) -> String
  ) -> String? {
    guard let number = count.done ?? count.total else { return nil }
    let figures =
      if let done = count.done, let total = count.total { "\(text(done)) of \(text(total))" } else {
        text(number)
      }
    let words = unit.isEmpty ? figures : "\(figures) \(unit)"
    return count.done == nil ? "\(words) in all" : words
  }

  private var lagLine: [Line] {
    guard report.job.lag.value != nil else { return [] }
    let catchUp = report.catchUpWords.map { "   caught up \($0)" } ?? ""
    return [
      Line(
        label: "lag",
        content: .text("\(report.lagWord) \(report.trendMark) \(report.verdictWords)\(catchUp)"))
    ]
  }

  private var noteLines: [Line] {
    var lines: [Line] = []
    if let verification = report.job.verification {
      lines.append(Line(label: "verify", content: .text(verification.state.rawValue)))
    }
    if let scrape = report.job.scrape, !scrape.isAvailable {
      lines.append(
        Line(
          label: "scrape",
          content: .text(
            "the service's own statistics fail: \(scrape.message ?? "no reason told")",
            Style(tone: .warning))))
    }
    return lines
      + report.job.notes.map { Line(label: "note", content: .text($0, Style(tone: .warning))) }
  }
}
