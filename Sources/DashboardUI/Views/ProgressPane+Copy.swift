import MigrationModel
import MigrationWatch

import struct FoundationEssentials.Date

extension ProgressPane {
  private var job: Job { report.job }

  /// The copy: under way, or over because the job replicates.
  func copyEntries(_ isBrief: Bool) -> [Entry] {
    switch job.phase {
    case .incremental, .stopping: finishedCopy(isBrief)
    case .pending, .precheck, .schema, .full, .verifying, .none, .unknown: currentCopy(isBrief)
    }
  }

  private func finishedCopy(_ isBrief: Bool) -> [Entry] {
    guard let step = job.steps.last(where: { $0.phase == .full && $0.state == .done }) else {
      return []
    }
    let words = rowWords(isBrief) + endWords(from: step.startedAt, to: step.finishedAt)
    return [Entry(label: "full", content: .bar(1, percent: "100%", words))]
  }

  /// One bar for each part that tells how far it is, or one for the whole.
  private func currentCopy(_ isBrief: Bool) -> [Entry] {
    let counts = rowWords(isBrief) + countWords
    let copied =
      counts.isEmpty
      ? [] : [Entry(label: "copied", content: .pieces(counts.map { ($0, Style()) }))]
    guard job.state != .done else {
      let words = endWords(from: job.startedAt, to: job.finishedAt)
      return [Entry(label: "done", content: .bar(1, percent: "100%", words))] + copied
    }
    let parts = job.steps.filter { JobReport.fraction(of: $0) != nil }
    let isTold = parts.contains { $0.phase == job.phase }
    let label = report.phaseWord == Wording.absent ? "progress" : report.phaseWord
    let whole = Entry(
      label: label,
      content: .bar(report.fraction, percent: report.percentWord, qualityWords(isBrief)),
      place: isTold ? .brief : .always)
    return [whole] + parts.map { bar(of: $0, isBrief) } + copied
  }

  private func bar(of step: Step, _ isBrief: Bool) -> Entry {
    let isCurrent = step.phase == job.phase && step.state != .done
    return Entry(
      label: JobSummary.shortName(of: step),
      content: .bar(
        JobReport.fraction(of: step), percent: report.percentWord(of: step),
        (isCurrent ? qualityWords(isBrief) : []) + endWords(of: step)), place: .whole)
  }

  private func endWords(of step: Step) -> [String] {
    report.endWords(of: step, at: StepPath([step.id])).map { ["\($0) left"] } ?? []
  }

  /// `done 2d21h ago`, `took 7h12m`.
  private func endWords(from start: Date?, to end: Date?) -> [String] {
    guard let end else { return [] }
    let ago = "done \(Wording.ago(report.age(ofTold: end)))"
    guard let start, end >= start else { return [ago] }
    return [ago, "took \(Wording.duration(.seconds(end.timeIntervalSince(start))))"]
  }

  /// That a percentage is of an estimate shows by its `~`, and in words where there is room.
  private func qualityWords(_ isBrief: Bool) -> [String] {
    switch report.quality {
    case .exact, .unknown: []
    case .estimated: report.fraction == nil || !isBrief ? [] : ["of an estimate"]
    case .growing: ["of a total that grows"]
    case .exceeded: ["past the estimate\(overshoot)"]
    }
  }

  /// `, 1.11 times`.
  private var overshoot: String {
    guard let done = job.progress.rows.done, let total = job.progress.rows.total, total > 0,
      done > total
    else { return "" }
    let hundredths = Int((Double(done) / Double(total) * 100).rounded(.down))
    return hundredths > 100
      ? ", \(hundredths / 100).\(Wording.twoDigits(Int64(hundredths % 100))) times it" : ""
  }

  private func rowWords(_ isBrief: Bool) -> [String] {
    [words(job.progress.rows, "rows") { isBrief ? Wording.count($0) : Wording.grouped($0) }]
      .compactMap(\.self)
  }

  private var countWords: [String] {
    [
      words(job.progress.tables, "tables", Wording.grouped),
      words(job.progress.bytes, "") { Wording.bytes(Double($0)) },
    ].compactMap { $0 }
  }

  private func words(
    _ count: Progress.Count, _ unit: String, _ text: (Int64) -> String
  ) -> String? {
    guard let number = count.done ?? count.total else { return nil }
    let isWhole = count.done == count.total
    let figures =
      if let done = count.done, let total = count.total, !isWhole {
        "\(text(done)) of \(report.quality == .exact ? "" : "~")\(text(total))"
      } else {
        text(number)
      }
    let words = unit.isEmpty ? figures : "\(figures) \(unit)"
    return count.done == nil ? "\(words) in all" : words
  }
}
