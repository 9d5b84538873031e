import MigrationModel
import MigrationWatch

extension ProgressPane {
  private var job: Job { report.job }

  /// - Parameter isBrief: Whether counts stand behind a bar, shortened.
  func lines(isBrief: Bool) -> [Line] {
    copyLines(isBrief) + replicationLines + endLines + (isAlone ? [cutoverLine] : []) + noteLines
  }

  private var cutoverLine: Line {
    let counts = report.cutoverLines.isEmpty ? [] : ["\(report.cutoverCounts)   (5)"]
    return Line(label: "cut-over", content: .text([report.cutoverSummary] + counts))
  }

  /// The copy: under way, or over because the job replicates.
  private func copyLines(_ isBrief: Bool) -> [Line] {
    if job.phase == .incremental || job.phase == .stopping {
      guard let step = job.steps.last(where: { $0.phase == .full && $0.state == .done }) else {
        return []
      }
      let end = step.finishedAt.map { "done \(Wording.longAge(report.age(of: $0))) ago" }
      return [
        Line(
          label: "full",
          content: .bar(1, percent: "100%", rowWords(isBrief) + [end].compactMap { $0 }))
      ]
    }
    var lines = [
      Line(
        label: report.phaseWord,
        content: .bar(report.fraction, percent: report.percentWord + qualityWords, []))
    ]
    let counts = rowWords(false) + countWords
    if !counts.isEmpty { lines.append(Line(label: "copied", content: .text(counts))) }
    if !rateWords.isEmpty { lines.append(Line(label: "rate", content: .text(rateWords))) }
    if !job.progress.processing.isEmpty {
      lines.append(
        Line(label: "now", content: .text([job.progress.processing.joined(separator: ", ")])))
    }
    return lines
  }

  private var qualityWords: String {
    switch report.quality {
    case .exact, .unknown: ""
    case .estimated: report.fraction == nil ? "" : " of an estimate"
    case .growing: " of a total that grows"
    case .exceeded: " past the estimate"
    }
  }

  private func rowWords(_ isBrief: Bool) -> [String] {
    [words(job.progress.rows, "rows") { isBrief ? Wording.count($0) : Wording.grouped($0) }]
      .compactMap { $0 }
  }

  private var countWords: [String] {
    [
      words(job.progress.tables, "tables", Wording.grouped),
      words(job.progress.bytes, "") { Wording.bytes(Double($0)) },
    ].compactMap { $0 }
  }

  private var rateWords: [String] {
    [
      report.rateWord == Wording.absent ? nil : "\(report.rateWord) rows/s",
      job.throughput.bytesPerSecond.map(Wording.byteRate),
      job.throughput.eventsLastMinute.map { "\($0) events in 1m" },
      job.throughput.eventsLastHour.map { "\($0) in 1h" },
    ].compactMap { $0 }
  }

  private func words(
    _ count: Progress.Count, _ unit: String, _ text: (Int64) -> String
  ) -> String? {
    guard let number = count.done ?? count.total else { return nil }
    let isWhole = count.done == count.total
    let figures =
      if let done = count.done, let total = count.total, !isWhole {
        "\(text(done)) of \(text(total))"
      } else {
        text(number)
      }
    let words = unit.isEmpty ? figures : "\(figures) \(unit)"
    return count.done == nil ? "\(words) in all" : words
  }

  private var replicationLines: [Line] {
    guard job.phase == .incremental || job.lag.value != nil else { return [] }
    let parts = job.steps.filter { $0.phase == .incremental && $0.lag.value != nil }
    let lags =
      parts.count > 1
      ? parts.map { "\(part($0)) lag \($0.lag.value.map(Wording.duration) ?? Wording.absent)" }
      : [report.lagAbsence.map { "no lag: \($0)" } ?? "lag \(report.lagWord) \(report.trendMark)"]
    let last = job.throughput.lastEventAt.map { "last change \(Wording.clock($0))" }
    var lines = [
      Line(label: report.phaseWord, content: .text(rateWords + lags + [last].compactMap { $0 }))
    ]
    guard job.lag.value != nil else { return lines }
    let reason = report.verdictReason
    lines.append(
      Line(
        label: report.catchUpWords == nil ? "trend" : "catch-up",
        content: .text([
          report.catchUpWords.map { "\($0): \(reason)" } ?? "\(report.verdictWords): \(reason)"
        ])))
    return lines
  }

  /// `capture` of `Incremental capture`.
  private func part(_ step: Step) -> String {
    step.label.split(separator: " ").last.map { $0.lowercased() } ?? step.label
  }

  private var endLines: [Line] {
    job.phase == .incremental
      ? [] : [Line(label: "eta", content: .text([report.etaSentence]))]
  }

  private var noteLines: [Line] {
    var lines: [Line] = []
    if let verification = job.verification {
      lines.append(Line(label: "verify", content: .text([verification.state.rawValue])))
    }
    if let scrape = job.scrape, !scrape.isAvailable {
      lines.append(
        Line(
          label: "scrape",
          content: .text(
            ["the service's own statistics fail: \(scrape.message ?? "no reason told")"],
            Style(tone: .warning))))
    }
    return lines
      + job.notes.map { Line(label: "note", content: .text([$0], Style(tone: .warning))) }
  }
}
