import MigrationModel
import MigrationWatch

/// The checks of a cut-over, and what only a person can know.
struct CutoverPane {
  let model: DashboardViewModel
  let report: JobReport

  /// A comparison is a check where the job has one that can tell.
  private var byPerson: String {
    let compared = report.hasVerificationCheck ? "" : "data compared, "
    return "by you   \(compared)writes stopped, sequences, triggers, way back"
  }

  private static let evidenceColumn = 26

  func content(_ size: Size) -> JobPaneText {
    let style = report.isReady ? Style(tone: .good, isBold: true) : Style.heading
    let summary = Wrapping.lines(report.cutoverSummary, width: max(1, size.columns)).map {
      JobPaneLine($0, style)
    }
    guard !report.cutoverLines.isEmpty else { return JobPaneText(lines: summary) }
    let checks = report.cutoverLines.flatMap { lines($0, size.columns) }
    let isRoomy = size.rows >= summary.count + checks.count + 7
    let heading = [
      JobPaneLine.blank, JobPaneLine("  CHECK          RESULT   EVIDENCE", .muted),
    ]
    return JobPaneText(
      lines: summary + (isRoomy ? heading : []) + checks + closing(isRoomy, size.columns))
  }

  private func closing(_ isRoomy: Bool, _ columns: Int) -> [JobPaneLine] {
    let hold = Wording.limit(model.cutoverHold)
    let rule = "ready needs every check to pass for \(hold); unknown blocks"
    let person = isRoomy ? byPerson + ": migtop cannot see these" : byPerson
    return (isRoomy ? ["", rule, "", person] : ["", person])
      .flatMap { Wrapping.lines($0, width: max(1, columns)) }.map { JobPaneLine($0, .muted) }
  }

  private func lines(_ line: CutoverLine, _ columns: Int) -> [JobPaneLine] {
    let result = line.state == .failed ? line.result.uppercased() : line.result
    let room = columns - Self.evidenceColumn
    let evidence = room >= 16 ? Wrapping.lines(line.evidence, width: room) : [line.evidence]
    let first = JobPaneLine(line.state.glyph, line.state.style)
      .text(line.name, at: 2).text(result, at: 17, line.state.style)
      .text(evidence.first ?? "", at: Self.evidenceColumn)
    return [first] + evidence.dropFirst().map { JobPaneLine($0, at: Self.evidenceColumn) }
  }
}
