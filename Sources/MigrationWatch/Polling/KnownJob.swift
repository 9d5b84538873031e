import MigrationModel

/// How much someone cares for a job now.
enum Attention {
  case selected, visible, live, failed, over

  /// How many times sooner than another job at the same age it is read.
  var weight: Double {
    switch self {
    case .selected: 16
    case .visible: 4
    case .live: 2
    case .failed: 1.5
    case .over: 1
    }
  }
}

/// What a planner remembers of one job.
struct KnownJob: Sendable {
  var kind: JobKind?
  var state = State.unknown
  var details = Job.Details.nothing
  /// The uptime of the last reading at each depth.
  var readAt: [ReadingDepth: Duration] = [:]
  /// Depths at which a call for several jobs failed, this one among them: it is asked for alone.
  var suspected: Set<ReadingDepth> = []
  /// Since when the depths without a reading wait for one.
  var unreadSince: Duration

  init(at now: Duration) { unreadSince = now }

  mutating func learn(_ job: Job, _ depths: Set<ReadingDepth>, at now: Duration) {
    if state != job.state, state != .unknown {
      // A job that changed its state is worth a closer look at once.
      forget(.steps, at: now)
      forget(.details, at: now)
    }
    kind = job.kind
    state = job.state
    details = job.details
    for depth in depths { readAt[depth] = now }
    suspected.subtract(depths)
  }

  /// A call for this job failed, perhaps because of another one in it, perhaps by bad luck: it is made once more,
  /// for this job alone.
  mutating func failed(_ depth: ReadingDepth, at now: Duration) {
    if !suspected.insert(depth).inserted { readAt[depth] = now }
  }

  mutating func forget(_ depth: ReadingDepth, at now: Duration) {
    guard readAt.removeValue(forKey: depth) != nil else { return }
    unreadSince = now
  }

  func attention(_ id: Job.ID, _ interest: Interest) -> Attention {
    if interest.selected == id { return .selected }
    if interest.visible.contains(id) { return .visible }
    switch state {
    case .running, .warning, .pending, .paused, .unknown: return .live
    case .failed: return .failed
    case .stopped, .done: return .over
    }
  }

  /// How often to read at a depth; `nil` for never.
  func period(
    _ depth: ReadingDepth, _ attention: Attention, _ interest: Interest, _ interval: Duration
  ) -> Duration? {
    if depth >= .steps, interest.steps == .none, attention != .selected { return nil }
    if depth == .details, !wantsDetails(attention) { return nil }
    let isOver = state == .done || state == .stopped
    switch (depth, attention) {
    case (_, .over): return interval * 720
    case (.steps, .selected): return isOver ? interval * 12 : interval
    case (.steps, .visible): return isOver ? interval * 120 : interval * 6
    case (.steps, .live): return interval * 12
    case (.steps, .failed): return interval * 24
    case (.details, .selected): return isOver ? interval * 24 : interval * 2
    case (.details, .visible), (.details, .live), (.details, .failed): return interval * 24
    case (.status, .selected), (.statistics, .selected): return isOver ? interval * 6 : interval
    case (.status, .visible), (.statistics, .visible): return isOver ? interval * 60 : interval
    case (.status, .live), (.statistics, .live): return interval * 6
    case (.status, .failed), (.statistics, .failed): return interval * 12
    }
  }

  /// A log is for the person who has the job open; what becomes steps is read like steps.
  private func wantsDetails(_ attention: Attention) -> Bool {
    switch details {
    case .nothing: false
    case .log: attention == .selected
    case .steps: true
    }
  }

  /// Whether a complete picture needs this reading.
  func matters(_ depth: ReadingDepth, _ attention: Attention, _ interest: Interest) -> Bool {
    switch (depth, attention) {
    case (_, .selected), (_, .visible): true
    case (.steps, _), (.details, _): interest.steps == .all || state == .failed || state == .warning
    case (.status, .over), (.statistics, .over): false
    case (.status, .live), (.status, .failed), (.statistics, .live), (.statistics, .failed): true
    }
  }
}
