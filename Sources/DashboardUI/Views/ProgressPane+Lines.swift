import MigrationModel
import MigrationWatch

extension ProgressPane {
  private var job: Job { report.job }

  /// What a person looks for first stands first.
  ///
  /// - Parameter isBrief: Whether counts stand behind a bar, shortened.
  func entries(isBrief: Bool) -> [Entry] {
    troubleEntries + copyEntries(isBrief) + replicationEntries + endEntries + foresightEntries
      + (isAlone ? [cutoverEntry] : []) + remarkEntries
  }

  private func pieces(_ words: [String?], _ style: Style = Style()) -> Entry.Content {
    .pieces(words.compactMap(\.self).map { ($0, style) })
  }

  /// Why it does not move, if so.
  private var troubleEntries: [Entry] {
    switch report.state {
    case .failed:
      let cause = report.errors.first?.causeAndSymptom.cause.prefix { !$0.isNewline }
      let text = cause.map(String.init) ?? "the service names no cause"
      return [Entry(label: "cause", content: .sentence(text, Style(tone: .bad, isBold: true)))]
    case .stalled:
      let since = report.stalledSince.map { " since \(Wording.clock($0))" } ?? ""
      return [
        Entry(label: "stalled", content: .sentence("nothing moves\(since)", Style(tone: .bad)))
      ]
    case .stale:
      let text =
        "the data is of \(Wording.clock(report.serviceTime(ofOurs: job.observedAt))): too old to judge"
      return [Entry(label: "stale", content: .sentence(text, Style(tone: .warning)))]
    case .unknown:
      let text = "\(job.nativeStatus) is no word that migtop knows"
      return [Entry(label: "unknown", content: .sentence(text, Style(tone: .warning)))]
    case .warning, .running, .paused, .pending, .stopped, .done:
      let quiet = report.quietWords.map { Entry.Content.sentence($0, Style(tone: .warning)) }
      return quiet.map { [Entry(label: "quiet", content: $0)] } ?? []
    }
  }

  private var cutoverEntry: Entry {
    let counts = report.cutoverCounts.isEmpty ? nil : "\(report.cutoverCounts)   (5)"
    return Entry(label: "cut-over", content: pieces([report.cutoverSummary, counts]))
  }

  private var replicationEntries: [Entry] {
    guard job.phase == .incremental || job.lag.value != nil else { return [] }
    let plain = (report.rateWords + [report.lastChangeSentence].compactMap(\.self))
      .map { ($0, Style()) }
    let incremental = Entry(
      label: report.phaseWord == Wording.absent ? "lag" : report.phaseWord,
      content: .pieces(lagPieces + plain))
    guard job.lag.value != nil else { return [incremental] }
    let reason = report.verdictReason
    let words =
      report.catchUpWords.map { "\($0): \(reason)" } ?? "\(report.verdictWords): \(reason)"
    return [
      incremental,
      Entry(
        label: report.catchUpWords == nil ? "trend" : "catch-up", content: .sentence(words, Style())
      ),
    ]
  }

  /// Both parts of the way where they are measured. The verdict is about the whole: it stands
  /// beside the part that ends it.
  private var lagPieces: [Entry.Piece] {
    let style = model.severity(of: report).style
    if let absence = report.lagAbsence { return [("lag - (\(absence))", .muted)] }
    let mark = report.trendMark.isEmpty ? "" : " \(report.trendMark)"
    guard let halves = job.lagHalves else { return [("lag \(report.lagWord)\(mark)", style)] }
    return [
      ("read lag \(Wording.lag(halves.read))", model.severity(of: halves.reading).style),
      ("write lag \(Wording.lag(halves.write))\(mark)", style),
    ]
  }

  private var endEntries: [Entry] {
    guard job.phase != .incremental, job.lag.value == nil, job.state != .done else { return [] }
    var entries: [Entry] = []
    if job.phase == .full || job.phase == .schema, !report.rateWords.isEmpty {
      entries.append(Entry(label: "rate", content: pieces(report.rateWords)))
    }
    if !job.progress.processing.isEmpty {
      let tables = job.progress.processing.joined(separator: ", ")
      entries.append(Entry(label: "copying", content: .sentence(tables, Style())))
    }
    return entries + [Entry(label: "eta", content: pieces([report.etaSentence]))]
  }

  /// Where there is room for it, as with the pane zoomed.
  private var foresightEntries: [Entry] {
    guard let words = report.foresightWords else { return [] }
    return [Entry(label: "eta was", content: .sentence(words, .muted), place: .whole)]
  }
}
