import MigrationAnalysis
import MigrationModel

/// The jobs as a table for spreadsheets: `status --output csv` and `x` in the fleet.
package enum JobTable {
  package static func csv(_ reports: [JobReport]) -> String { table(reports).csv }

  static func table(_ reports: [JobReport]) -> ExportTable {
    ExportTable(
      heading: columns.map(\.name),
      values: reports.map { report in columns.map { .text($0.value(report)) } })
  }

  private static let columns: [(name: String, value: @Sendable (JobReport) -> String)] = [
    ("source", { $0.job.id.source }), ("service", { $0.job.service.rawValue }),
    ("id", { $0.job.id.native }), ("name", { $0.job.name }),
    ("kind", { $0.job.kind?.rawValue ?? "" }), ("state", { $0.job.state.rawValue }),
    ("phase", { $0.job.phase.rawValue }), ("nativeStatus", { $0.job.nativeStatus }),
    ("stale", { "\($0.isStale)" }), ("stalled", { "\($0.stalledSince != nil)" }),
    ("fraction", { $0.fraction.map { "\($0)" } ?? "" }), ("quality", { $0.quality.rawValue }),
    ("rowsDone", { $0.job.progress.rows.done.map { "\($0)" } ?? "" }),
    ("rowsTotal", { $0.job.progress.rows.total.map { "\($0)" } ?? "" }),
    ("rowsPerSecond", { $0.judgement.rates.rowsPerSecond.map { "\($0)" } ?? "" }),
    ("lagMilliseconds", { $0.job.lag.value.map { "\($0 / .milliseconds(1))" } ?? "" }),
    ("lagVerdict", { $0.judgement.verdict.word.rawValue }),
    ("cutoverReady", { $0.judgement.cutover.ready.map { "\($0)" } ?? "" }),
    ("errors", { "\($0.errorCount)" }),
    ("observedAt", { Wording.rfc3339($0.job.observedAt) ?? "" }),
  ]
}
