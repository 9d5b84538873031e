import MigrationModel
import MigrationWatch

import struct FoundationEssentials.Date

/// The sentences about a job that several boxes share.
struct JobSummary {
  let report: JobReport
  let model: DashboardViewModel
  /// What stops the job now first; worked out once, for it goes through all steps.
  let errors: [JobError]

  init(report: JobReport, model: DashboardViewModel) {
    self.report = report
    self.model = model
    errors = report.errors
  }

  private var job: Job { report.job }

  /// `since 14:02:11Z (20m56s)`; empty if nobody saw the state begin.
  var since: String {
    guard let (date, age) = model.beginning(of: report) else { return "" }
    return "since \(Wording.clock(date)) (\(Wording.soFar(age)))"
  }

  /// The source and its region.
  var source: String {
    [job.id.source, model.dashboard.shown.source(job.id.source)?.source.region]
      .compactMap { $0 }.joined(separator: " ")
  }

  /// The kind of job behind its source.
  var place: String { [source, job.kind?.rawValue].compactMap { $0 }.joined(separator: " ") }

  /// Whether the copy is over: of its parts only the last one says something.
  var isCopied: Bool { job.phase == .incremental || job.phase == .stopping }

  func end(_ endpoint: DatabaseEndpoint?) -> String {
    guard let endpoint else { return "- (not told)" }
    let place = [endpoint.address, endpoint.database].compactMap { $0 }.joined(separator: "/")
    return [endpoint.engine, place.isEmpty ? nil : place].compactMap { $0 }.joined(separator: " ")
  }

  /// The steps that tell how far they are.
  var bars: [Step] {
    let steps = job.steps.filter { JobReport.fraction(of: $0) != nil }
    return isCopied ? steps.suffix(1) : steps
  }

  /// At most eight letters: the name of a step that has so few, else its phase.
  static func shortName(of step: Step) -> String {
    let names = [step.label, step.name].filter { $0.utf8.count <= 8 }
    let phase = JobReport.word(of: step.phase)
    return names.first ?? (phase == Wording.absent ? step.label : phase)
  }

  /// What stops the job now, else what did before: its cause, and how often it is there.
  var error: String {
    guard let error = errors.first else { return "none" }
    let cause = error.causeAndSymptom.symptom == nil ? error.text : error.causeAndSymptom.cause
    let line = cause.prefix { !$0.isNewline }
    let more = errors.count > 1 ? "1 of \(errors.count)" : nil
    let times = error.times.flatMap { $0 > 1 ? "x\($0)" : nil }
    return [more, times, String(line)].compactMap(\.self).joined(separator: "  ")
  }

  var errorStyle: Style {
    errors.first?.isActive == true ? Style(tone: .bad) : .muted
  }

  /// Behind the word `lag`.
  var lag: String {
    if let absence = report.lagAbsence { return "-  \(absence)" }
    guard !report.trendMark.isEmpty else { return "\(report.lagWord)  no trend yet" }
    return [
      "\(report.lagWord) \(report.trendMark)", "\(report.verdictWords): \(report.verdictReason)",
    ].joined(separator: "  ")
  }

  /// What goes on, in figures: counts of a copy, rates, the last change; empty if nothing is told.
  var figures: [String] {
    let rows = job.progress.rows
    return [
      rows.done.map { "\(Wording.grouped($0)) rows" },
      job.progress.tables.done.map { done in
        "\(done)\(job.progress.tables.total.map { "/\($0)" } ?? "") tables"
      },
      job.progress.bytes.done.map { Wording.bytes(Double($0)) },
    ].compactMap(\.self) + report.rateWords + [report.lastChangeWord].compactMap(\.self)
  }

  /// What changed, newest first; the failure itself only where no error line tells it.
  var events: [FleetEvent] {
    let hasError = !errors.isEmpty
    return model.events(of: job.id).filter { !(hasError && $0.kind == .failure) }
  }
}

extension DashboardViewModel {
  /// In the service's clock, and how long ago by whichever clock told it.
  fileprivate typealias Beginning = (date: Date, age: ServiceAge)

  /// Since when a job is in the state that is shown, as far as anybody tells; `nil` if nobody does.
  fileprivate func beginning(of report: JobReport) -> Beginning? {
    switch report.state {
    case .stalled:
      report.stalledSince.flatMap { date in report.stalledFor.map { (date, .ago($0)) } }
    case .stale:
      (
        report.serviceTime(ofOurs: report.job.observedAt),
        .ago(report.age(ofReading: report.job.observedAt))
      )
    case .failed: told(report.job.failure?.at, report) ?? lastChange(of: report)
    case .done, .stopped: told(report.job.finishedAt, report) ?? lastChange(of: report)
    case .warning, .unknown, .running, .paused, .pending: lastChange(of: report)
    }
  }

  private func told(_ date: Date?, _ report: JobReport) -> Beginning? {
    date.map { ($0, report.age(ofTold: $0)) }
  }

  private func lastChange(of report: JobReport) -> Beginning? {
    events(of: report.job.id).first { $0.kind == .state }
      .map { ($0.time, .ago(max(.zero, now.uptime - $0.happenedAt.uptime))) }
  }
}
