import MigrationModel
import MigrationWatch

/// A dashboard over the source `lab` (and `other`), driven as the event loop drives it.
struct Board {
  var dashboard: Dashboard
  private(set) var effects: [DashboardEffect] = []
  private(set) var seconds = 0.0
  private let visibleRows: Int

  init(
    _ jobs: [Job] = [], rows: Int = 10, settings: DashboardSettings = DashboardSettings(),
    listingTells: Set<ReadingDepth> = []
  ) {
    let sources = ["lab", "other"].map {
      SourceState(source: .sample($0), callsPerMinute: 60, listingTells: listingTells)
    }
    dashboard = Dashboard(settings: settings, sources: sources, now: .at(0))
    visibleRows = rows
    if !jobs.isEmpty { list(jobs) }
  }

  var model: DashboardViewModel { DashboardViewModel(dashboard) }

  /// The rows from top to bottom.
  var rows: [String] { dashboard.order.map(\.native) }

  /// The names of the events, oldest first.
  var log: [String] { dashboard.shown.log.events.map(\.text) }

  func job(_ native: String) -> JobReport? { model.job(.lab(native)) }

  func source(_ name: String = "lab") -> SourceState? { dashboard.shown.source(name) }

  /// Applies an event and keeps what it asked for.
  @discardableResult
  mutating func apply(_ event: DashboardEvent) -> [DashboardEffect] {
    effects = dashboard.apply(event)
    dashboard.arrange()
    effects += dashboard.apply(.viewport(rows: visibleRows))
    return effects
  }

  /// Lets time pass without news.
  mutating func wait(_ time: Double) {
    seconds += time
    apply(.tick(.at(seconds)))
  }

  /// Lets time pass of which the dashboard learns with the next reading.
  mutating func skip(_ time: Double) { seconds += time }

  /// A complete listing, read now.
  mutating func list(_ jobs: [Job], missing: [String] = [], problems: [ProviderError] = []) {
    let page = Listing(jobs: jobs.map(fresh), missing: missing, problems: problems)
    poll(.listed(page, isFirst: true))
  }

  mutating func read(_ job: Job, _ depth: ReadingDepth = .statistics) {
    poll(.read([.job(fresh(job))], depth))
  }

  mutating func fail(
    _ kind: ProviderError.Kind, call: String = "ListJobs", reading depth: ReadingDepth? = nil
  ) {
    poll(
      .failed(
        ProviderError(kind, message: "no \(kind)", call: call),
        during: depth.map(Poll.Call.read) ?? .list))
  }

  mutating func poll(
    _ outcome: Poll.Outcome, source: String = "lab", connection: Connection = Connection()
  ) {
    let poll = Poll(source: source, at: .at(seconds), outcome: outcome, connection: connection)
    apply(.polled(poll))
  }

  mutating func press(_ keys: String) {
    for scalar in keys.unicodeScalars { apply(.key(.character(scalar))) }
  }

  mutating func press(_ key: Key) { apply(.key(key)) }

  private func fresh(_ job: Job) -> Job {
    var job = job
    job.observedAt = Moment.at(seconds).date
    job.figuresReadAt = job.observedAt
    if job.stepsObservedAt != nil { job.stepsObservedAt = job.observedAt }
    return job
  }
}
