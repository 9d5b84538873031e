import MigrationModel
import MigrationWatch

extension ProgressPane {
  private var job: Job { report.job }

  /// Attempts, verification, the service's own statistics, and its oddities.
  var remarkEntries: [Entry] {
    retryEntries + attemptEntries + scrapeEntries + verificationEntries + noteEntries
  }

  private func note(_ label: String, _ text: String, _ style: Style = Style()) -> Entry {
    Entry(label: label, content: .sentence(text, style))
  }

  private static let retrying = "retrying "

  private var retryEntries: [Entry] {
    job.notes.filter { $0.hasPrefix(Self.retrying) }.map {
      note("retry", String($0.dropFirst(Self.retrying.count)), Style(tone: .warning))
    }
  }

  private var attemptEntries: [Entry] {
    report.attemptWords.map { [note("attempt", $0)] } ?? []
  }

  private var scrapeEntries: [Entry] {
    guard let scrape = job.scrape, !scrape.isAvailable else { return [] }
    let text = "the service's own statistics fail: \(scrape.message ?? "no reason told")"
    return [note("scrape", text, Style(tone: .warning))]
  }

  private var verificationEntries: [Entry] {
    guard let verification = job.verification else {
      guard job.phase == .incremental || job.phase == .full else { return [] }
      return [note("verify", "- (the service tells of none)", .muted)]
    }
    let words = JobReport.words(of: verification.state)
    let percent = verification.fraction.map { " \(JobReport.percent($0))" } ?? ""
    let native = verification.nativeStatus.map { " (\($0))" } ?? ""
    return [note("verify", words + percent + native, style(of: verification.state))]
  }

  private func style(of verification: Verification.State) -> Style {
    switch verification {
    case .notRequested, .pending: .muted
    case .verifying: Style()
    case .verified: Style(tone: .good)
    case .different, .aborted: Style(tone: .bad)
    case .cancelled, .unknown: Style(tone: .warning)
    }
  }

  private var noteEntries: [Entry] {
    let others = report.notes.filter {
      !$0.hasPrefix(Self.retrying) && !$0.hasPrefix(Job.contradictionMark)
    }
    return job.contradictions.map { note("conflict", $0, Style(tone: .bad)) }
      + others.map { note("note", $0, Style(tone: .warning)) }
  }
}
