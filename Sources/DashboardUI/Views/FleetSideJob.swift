import MigrationModel
import MigrationWatch

import struct FoundationEssentials.Date

/// The selected job beside a wide fleet.
struct FleetSideJob {
  let model: DashboardViewModel
  let report: JobReport

  private static let margin = 9
  private static let barWidth = 30

  private let summary: JobSummary

  init(model: DashboardViewModel, report: JobReport) {
    self.model = model
    self.report = report
    summary = JobSummary(report: report, model: model)
  }

  private var job: Job { report.job }

  func draw(on canvas: inout Canvas) {
    let inside = canvas.box(
      title: "selected: \(model.title(of: job))",
      trailing: model.keyWords(.preview, does: "hides", in: canvas.glyphs), style: .muted,
      titleStyle: .title)
    canvas.draw(in: inside) { canvas in
      let size = canvas.size
      let all = lines(size.columns, hasChecks: true)
      let lines = all.count <= size.rows ? all : lines(size.columns, hasChecks: false)
      JobPaneText(lines: Array(lines.prefix(size.rows))).draw(from: 0, on: &canvas)
    }
  }

  /// - Parameter hasChecks: Whether the checks of the cut-over are told one by one.
  private func lines(_ width: Int, hasChecks: Bool) -> [JobPaneLine] {
    let parts = [
      errorLines(width), identityLines(width), barLines + outlookLines(width),
      cutoverLines(width, hasChecks: hasChecks), stepLines, eventLines,
    ]
    return Array(parts.filter { !$0.isEmpty }.flatMap { $0 + [JobPaneLine.blank] }.dropLast())
  }

  private typealias Fact = (label: String, text: String, style: Style)

  private func lines(_ facts: [Fact], _ width: Int) -> [JobPaneLine] {
    facts.flatMap { label, text, style -> [JobPaneLine] in
      var lines = Wrapping.lines(text, width: width - Self.margin).prefix(3).map {
        JobPaneLine($0, at: Self.margin, style)
      }
      if let first = lines.first { lines[0] = first.text(label, at: 0, .muted) }
      return lines
    }
  }

  /// What stops the job is the first thing to read.
  private func errorLines(_ width: Int) -> [JobPaneLine] {
    guard let error = summary.errors.first else { return [] }
    let label = error.isActive ? "error" : "past"
    let remedy = RemedyLines(model.remedy(for: error, of: report.job))?
      .box(width: width - Self.margin, rows: 4)
    return lines([(label, summary.error, summary.errorStyle)], width)
      + (remedy ?? []).map { JobPaneLine($0.text, at: Self.margin, $0.style) }
  }

  private func identityLines(_ width: Int) -> [JobPaneLine] {
    let attempt = report.attempts > 1 ? ", attempt \(report.attempts)" : ""
    let since = summary.since.isEmpty ? "" : " \(summary.since)"
    return lines(
      [
        (
          "state", "\(report.state.glyph) \(report.state.word)\(since)\(attempt)",
          report.state.style
        ),
        ("status", "\(job.nativeStatus)   phase \(report.phaseWord)", Style()),
        ("id", job.id.native, Style()),
        ("kind", job.kind?.rawValue ?? "- (not told)", Style()),
        ("from", summary.end(job.from), Style()), ("to", summary.end(job.to), Style()),
        ("source", "\(summary.source), read \(report.ageWord) ago", Style()),
      ], width)
  }

  private var barLines: [JobPaneLine] {
    let bars = summary.bars
    guard !bars.isEmpty else {
      guard report.fraction != nil else { return [] }
      return [bar(report.phaseWord, report.fraction, report.percentWord)]
    }
    return bars.map {
      bar(JobSummary.shortName(of: $0), JobReport.fraction(of: $0), report.percentWord(of: $0))
    }
  }

  private func bar(_ label: String, _ fraction: Double?, _ percent: String) -> JobPaneLine {
    JobPaneLine(label, at: 0, .muted).bar(fraction, at: Self.margin, width: Self.barWidth)
      .number(percent, at: Self.margin + Self.barWidth + 1, width: 4)
  }

  private func outlookLines(_ width: Int) -> [JobPaneLine] {
    let figures = summary.figures.joined(separator: "   ")
    let facts: [Fact] = [
      ("figures", figures, Style()), ("eta", report.etaSentence, Style()),
      ("lag", summary.lag, model.severity(of: report).style),
      ("", report.lagAge == nil ? "" : report.sampleWords, .muted),
    ]
    return lines(facts.filter { !$0.text.isEmpty }, width)
  }

  private func cutoverLines(_ width: Int, hasChecks: Bool) -> [JobPaneLine] {
    let style = report.isReady ? Style(tone: .good, isBold: true) : Style()
    let head = lines([("cut-over", report.cutoverSummary, style)], width)
    guard !report.cutoverLines.isEmpty else { return head }
    guard hasChecks else { return head + [JobPaneLine(report.cutoverCounts, at: Self.margin)] }
    return head
      + report.cutoverLines.map {
        JobPaneLine($0.state.glyph, at: 2, $0.state.style).text($0.name, at: 4)
          .text($0.evidence, at: 19)
      }
  }

  private var stepLines: [JobPaneLine] {
    guard !job.steps.isEmpty else { return [] }
    return [JobPaneLine("steps", .muted)]
      + job.steps.map { step in
        let state = ShownState(step.state)
        let word = step.state == .caughtUp ? "CAUGHT" : state.word
        return JobPaneLine(state.glyph, at: 2, state.style).text(step.label, at: 4, width: 21)
          .text(word, at: 26, state.style).number(figure(of: step), at: 32, width: 8)
      }
  }

  /// How far it lags, else how long it took.
  private func figure(of step: Step) -> String {
    if let lag = step.lag.measurement { return Wording.lag(lag) }
    guard let start = step.startedAt, let end = step.finishedAt, end >= start else { return "" }
    return Wording.duration(.seconds(end.timeIntervalSince(start)))
  }

  private var eventLines: [JobPaneLine] {
    let events = summary.events
    guard !events.isEmpty else { return [] }
    return [JobPaneLine("events", .muted)]
      + events.prefix(40).map {
        JobPaneLine(Wording.timeOfDay($0.time), at: 2, .muted).text($0.sentence, at: 11)
      }
  }
}
