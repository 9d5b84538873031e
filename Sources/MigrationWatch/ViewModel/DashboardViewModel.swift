import MigrationAnalysis
package import MigrationModel

/// What to show, already in words. Knows nothing of rows on a screen, colours or curses.
///
/// Rows are made when they are asked for: with 10,000 jobs a screen costs what is visible.
package struct DashboardViewModel: Sendable {
  package let dashboard: Dashboard

  /// - Parameter dashboard: Arranged (see ``Dashboard/arrange()``).
  package init(_ dashboard: Dashboard) { self.dashboard = dashboard }

  /// Of the data on screen: ages count up to it.
  package var now: Moment { dashboard.shownNow }
  package var place: Place { dashboard.place }

  /// How grave a lag is by the configured thresholds.
  /// Of a job whose source is idle no lag is grave: nothing waits.
  package func severity(of report: JobReport) -> LagSeverity {
    severity(of: report.record.waitingLag)
  }

  package func severity(of lag: Duration?) -> LagSeverity {
    LagSeverity(lag, dashboard.settings.thresholds)
  }

  package var lagWarning: Duration { dashboard.settings.thresholds.lagWarning }
  package var lagCritical: Duration { dashboard.settings.thresholds.lagCritical }

  /// How long the checks of a cut-over must hold.
  package var cutoverHold: Duration { dashboard.settings.thresholds.cutoverHold }

  // MARK: - Title line

  /// `fleet`, the job's name, `steps`: the way to the view.
  package var breadcrumb: [String] {
    switch place.view {
    case .fleet: ["fleet"]
    case .events: ["events"]
    case .sources: ["sources"]
    case .json(let id): ["fleet", name(of: id), "json"]
    case .job(let id): ["fleet", name(of: id)]
    case .steps(let id): ["fleet", name(of: id), "steps"]
    case .errors(let id): ["fleet", name(of: id), "errors"]
    case .error(let id, let index):
      ["fleet", name(of: id), "errors", "\(index + 1)/\(errorCount(id))"]
    }
  }

  /// Whether readings leave the screen alone: it is paused, or of the past.
  package var isHeld: Bool { !dashboard.isLive }
  /// `LIVE`, `PAUSED`, or `PAST 14:02:11Z` with the moment that is shown, of another day with its date.
  package var modeWord: String {
    guard let past = dashboard.pastMoment else { return isHeld ? "PAUSED" : "LIVE" }
    let moment = Wording.dateTime(past.date)
    let today = Wording.dateTime(dashboard.now.date).prefix { $0 != " " }
    let isToday = moment.hasPrefix(today)
    return "PAST \(isToday ? Wording.clock(past.date) : moment)"
  }
  package var intervalWord: String { Wording.limit(dashboard.interval) }
  package var clockWord: String { Wording.clock(dashboard.now.date) }

  package var sources: [SourceReport] {
    dashboard.shown.sources.map {
      SourceReport($0, now: now, remedies: dashboard.settings.remedies)
    }
  }

  package func jobCount(of source: SourceReport) -> Int {
    dashboard.jobCounts[source.name] ?? 0
  }

  // MARK: - Fleet

  /// The states that occur, gravest first.
  package var counts: [(state: ShownState, count: Int)] {
    ShownState.allCases.compactMap { state in dashboard.counts[state].map { (state, $0) } }
  }

  package var hiddenCounts: [(state: ShownState, count: Int)] {
    ShownState.allCases.compactMap { state in dashboard.hidden[state].map { (state, $0) } }
  }

  package var rowCount: Int { dashboard.order.count }
  /// Of the same moment as the rows: jobs that came since are in neither.
  package var totalCount: Int { dashboard.jobCounts.values.reduce(0, +) }
  package var selectedRow: Int { dashboard.selectedRow }
  package var firstRow: Int { dashboard.fleetTop }

  package func job(at row: Int) -> JobReport? {
    guard dashboard.order.indices.contains(row) else { return nil }
    return job(dashboard.order[row])
  }

  /// All rows, for outputs that print them.
  package var allJobs: [JobReport] { (0..<rowCount).compactMap(job(at:)) }

  /// Every job known, whatever the filter hides.
  package var everyJob: [Job] { dashboard.shown.fleet.records.values.map(\.job) }

  package func job(_ id: Job.ID?) -> JobReport? {
    dashboard.shown.record(id).map { JobReport($0, now: now) }
  }

  /// The job's name; where others bear it too, with the beginning of its id.
  package func title(of job: Job) -> String {
    (dashboard.namesakes[job.name] ?? 0) > 1 && job.name != job.id.native
      ? "\(job.name) \(job.id.native.prefix(4))" : job.name
  }

  /// The job that the view is about, else the selected one.
  package var currentJob: JobReport? { job(place.view.job ?? dashboard.selected) }

  /// `3 of 23 jobs`.
  package var jobCountWords: String {
    rowCount == totalCount ? "\(totalCount) jobs" : "\(rowCount) of \(totalCount) jobs"
  }

  package func lagSeries(
    _ id: Job.ID, window: Duration? = nil, columns: Int, valuesAColumn: Int = 1
  ) -> LagSeries {
    LagSeries(
      dashboard.history(of: id),
      window: window ?? dashboard.graphWindow.duration, columns: columns,
      valuesAColumn: valuesAColumn, now: graphNow)
  }

  /// Where graphs end: a held screen learns of no lag behind the pause.
  private var graphNow: Moment { dashboard.pausedAt ?? now }

  /// The greatest lag of the fleet over the last hour.
  package func worstLag(columns: Int) -> LagSeries {
    LagSeries(
      dashboard.shown.peaks, window: GraphWindow.hour.duration, columns: columns,
      now: graphNow)
  }

  /// The greatest lag of the last minute; `nil` while no job replicates.
  package var worstLagNow: Duration? { dashboard.shown.peaks.latest(at: graphNow.uptime) }

  // MARK: - Lists

  /// Newest first.
  package func events(of job: Job.ID? = nil) -> [FleetEvent] {
    job.map { dashboard.shown.log.of($0) } ?? dashboard.events
  }

  /// `24 of 56 events`.
  package var eventCountWords: String {
    let all = dashboard.shown.log.events.count
    return dashboard.eventFilter == nil
      ? "\(all) events" : "\(dashboard.eventRows.map(\.events.count).reduce(0, +)) of \(all) events"
  }

  /// The job as `status --output json` prints it, line by line.
  package func jsonLines(of id: Job.ID) -> [Substring] { dashboard.jsonLines(of: id) }

  /// Whether a line of the view holds what is looked for.
  package func isFound(in line: String) -> Bool {
    place.find.map { TextPattern.containing($0).matches(line) } ?? false
  }

  /// What the typed line may become: the first few, or those around the one that Tab has put there.
  package func completions(atMost count: Int) -> [String] {
    guard let open = dashboard.openPrompt else { return [] }
    guard let offers = open.offers else { return dashboard.completions(of: open, atMost: count) }
    return Array(offers.words.dropFirst(max(0, offers.index - 3)).prefix(count))
  }

  /// What happened to a job, by our own readings and by the service's log, newest first.
  package func timeline(of job: Job.ID) -> [TimelineEntry] { dashboard.shown.timeline(of: job) }

  package func stepRows(_ id: Job.ID) -> StepRows {
    StepRows(dashboard.shown.record(id)?.job.steps ?? [], toggled: place.toggled)
  }

  /// Why there is nothing to show of a job.
  package var absenceWords: String {
    dashboard.pastMoment.map { "this job was not known at \(Wording.clock($0.date))" }
      ?? "the service no longer lists this job"
  }
  /// With the job itself as the root.
  package func stepTree(_ id: Job.ID) -> StepRows { dashboard.stepTree(id) }

  private func name(of id: Job.ID) -> String {
    (dashboard.shown.record(id) ?? dashboard.live.record(id)).map { title(of: $0.job) } ?? id.native
  }

  private func errorCount(_ id: Job.ID) -> Int {
    job(id)?.errors.count ?? 0
  }
}
