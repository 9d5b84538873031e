import MigrationModel
import MigrationWatch

import struct FoundationEssentials.Date

/// The line that says which job it is and how it stands.
struct JobHeading {
  let report: JobReport
  let model: DashboardViewModel

  func draw(on canvas: inout Canvas) {
    var column = canvas.write(
      "\(report.state.glyph) \(report.state.word)  ", row: 0, column: 0, style: report.state.style)
    column += canvas.write(model.title(of: report.job), row: 0, column: column, style: .heading) + 3
    for fact in facts where column + TextWidth.columns(of: fact) <= canvas.size.columns {
      column += canvas.write(fact, row: 0, column: column, style: .muted) + 3
    }
  }

  /// `up 3d04h`.
  private func up(since start: Date) -> String {
    let age = report.age(ofTold: start)
    switch age {
    case .ago: return "up \(Wording.soFar(age))"
    case .ahead: return "start \(Wording.ago(age))"
    }
  }

  /// The most telling first; what does not fit is left out whole.
  private var facts: [String] {
    let job = report.job
    let summary = JobSummary(report: report, model: model)
    let since = summary.since
    return [
      summary.source,
      "\(job.from?.engine ?? "?") -> \(job.to?.engine ?? "?")",
      report.state == .running || report.state == .warning || since.isEmpty ? nil : since,
      report.phaseWord == Wording.absent ? nil : "phase \(report.phaseWord)",
      "status \(job.nativeStatus)",
      job.startedAt.map(up),
      job.kind?.rawValue, job.id.native,
    ].compactMap { $0 }
  }
}
