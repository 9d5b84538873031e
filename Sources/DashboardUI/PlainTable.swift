package import MigrationModel
package import MigrationWatch

/// The fleet as lines of text, for pipes and for `status`: the same words as on screen.
package struct PlainTable {
  private let model: DashboardViewModel
  private let reports: [JobReport]
  private let glyphs: Glyphs

  package init(_ model: DashboardViewModel, ids: [Job.ID]? = nil, glyphs: Glyphs = .unicode) {
    self.model = model
    self.glyphs = glyphs
    reports = ids.map { $0.compactMap { model.job($0) } } ?? model.allJobs
  }

  package var text: String {
    let lines = sourceLines + [""] + jobLines
    return lines.map { $0.trimmedAtEnd + "\n" }.joined()
  }

  private var sourceLines: [String] {
    aligned(
      [["SOURCE", "SVC", "HEALTH", "LAST OK", "CALLS/MIN", "CLOCK", "TROUBLE"]]
        + model.sources.map { source in
          [
            source.name, source.state.source.service.tag, source.state.health.rawValue,
            source.lastSuccessAge.map(Wording.elapsed) ?? Wording.absent, source.callsWord,
            source.clockWord, source.state.errorText,
          ]
        })
  }

  private var jobLines: [String] {
    let heading = [
      "STATE", "NAME", "SVC", "SRC", "PHASE", "PROG", "ETA", "ROWS/S", "STEPS", "LAG", "CUT", "ERR",
      "AGE",
      "STATUS",
    ]
    return aligned(
      [heading]
        + reports.map { report in
          [
            "\(report.state.glyph) \(report.state.word)", report.job.name, report.job.service.tag,
            report.job.id.source, report.phaseWord, report.percentWord, report.etaWord,
            report.rateWord,
            report.stepsWord,
            [report.lagWord, report.trendMark].filter { !$0.isEmpty }.joined(separator: " "),
            report.cutoverWord, "\(report.errorCount)", Wording.shortDuration(report.age),
            report.job.nativeStatus,
          ]
        })
  }

  /// Pads every column to its widest text.
  private func aligned(_ rows: [[String]]) -> [String] {
    let rows = rows.map { $0.map { glyphs.plain($0.oneLine) } }
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { TextWidth.columns(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      zip(row, widths).map { text, width in
        text + String(repeating: " ", count: max(0, width - TextWidth.columns(of: text)))
      }.joined(separator: "  ")
    }
  }

}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
