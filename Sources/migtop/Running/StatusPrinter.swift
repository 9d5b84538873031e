import ArgumentParser
import Foundation
import MigrationAnalysis
import MigrationModel
import MigrationWatch

/// Writes the status in the forms that programs read.
enum StatusPrinter {
  /// Prints; a reader that has gone away, as `head` does, ends the program quietly.
  static func print(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw ExitCode(128 + SIGPIPE)
    }
  }

  static func json(_ document: StatusDocument) throws -> String {
    try text(document, [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]) + "\n"
  }

  /// One job a line.
  static func lines(_ document: StatusDocument) throws -> String {
    try document.jobs.map { try text($0, [.sortedKeys, .withoutEscapingSlashes]) + "\n" }.joined()
  }

  private static func text(
    _ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting
  ) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func csv(_ model: DashboardViewModel, ids: [Job.ID]?) -> String {
    let reports = ids.map { $0.compactMap { model.job($0) } } ?? model.allJobs
    let rows =
      [csvColumns.map(\.name)] + reports.map { report in csvColumns.map { $0.value(report) } }
    return rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }

  /// An absent value is an empty field.
  private static let csvColumns: [(name: String, value: @Sendable (JobReport) -> String)] = [
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
