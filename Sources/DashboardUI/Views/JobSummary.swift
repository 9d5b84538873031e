import MigrationModel
import MigrationWatch

import struct FoundationEssentials.Date

/// The sentences about a job that several boxes share.
struct JobSummary {
  let report: JobReport
  let model: DashboardViewModel

  private var job: Job { report.job }

  /// `since 14:02:11Z (20m56s)`; empty if nobody saw the state begin.
  var since: String {
    guard let date = model.beginning(of: report) else { return "" }
    return " since \(Wording.clock(date)) (\(Wording.longAge(report.age(of: date))))"
  }

  /// The service's region and the kind of job, behind the source's name.
  var place: String {
    [
      job.id.source, model.dashboard.shown.source(job.id.source)?.source.region,
      job.kind?.rawValue,
    ].compactMap { $0 }.joined(separator: " ")
  }

  func end(_ endpoint: DatabaseEndpoint?) -> String {
    guard let endpoint else { return "not told" }
    let place = [endpoint.address, endpoint.database].compactMap { $0 }.joined(separator: "/")
    return [endpoint.engine, place.isEmpty ? nil : place].compactMap { $0 }.joined(separator: " ")
  }

  /// The steps that tell how far they are.
  var bars: [Step] { job.steps.filter { JobReport.fraction(of: $0) != nil } }

  var error: String {
    guard let error = report.errors.first else { return "no errors" }
    return "error   \(error.text)"
  }

  var errorStyle: Style { report.errors.isEmpty ? .muted : Style(tone: .bad) }

  /// Behind the word `lag`.
  var lag: String {
    if let absence = report.lagAbsence { return "-   \(absence)" }
    return "\(report.lagWord) \(report.trendMark)  \(report.verdictWords): \(report.verdictReason)"
  }
}

extension DashboardViewModel {
  /// Since when a job is in the state that is shown, as far as anybody tells; `nil` if nobody does.
  func beginning(of report: JobReport) -> Date? {
    switch report.state {
    case .stalled: report.stalledSince?.date
    case .stale: report.job.observedAt
    case .failed: report.job.failure?.at ?? lastChange(of: report)
    case .done, .stopped: report.job.finishedAt ?? lastChange(of: report)
    case .warning, .unknown, .running, .paused, .pending: lastChange(of: report)
    }
  }

  private func lastChange(of report: JobReport) -> Date? {
    events(of: report.job.id).first { $0.kind == .state }?.at.date
  }
}
