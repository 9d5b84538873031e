package import MigrationModel

import struct FoundationEssentials.Date

/// What a job's readings mean.
package struct Judgement: Hashable, Sendable {
  /// Why the data cannot be taken as current.
  package enum Staleness: String, Hashable, Sendable {
    /// Our own readings do not get through.
    case poll
    /// The service answers, but what it tells is old.
    case scrape
  }

  package var staleness: Staleness?
  /// Since when nothing moves; `nil` while something does.
  package var stalledSince: Moment?
  /// The last move of a copy that has been still for longer than it usually is, and not yet long enough for a stall.
  package var quietSince: Moment?
  package var rates = Rates()
  package var eta = ETA.absent(.tooEarly)
  package var verdict: LagVerdict
  package var cutover = Cutover.none
  package var attempts = Attempts()
  /// Of the steps that tell how far they are, where an end can be foreseen, counted from the reading.
  package var stepEnds: [StepPath: ClosedRange<Duration>] = [:]
  /// How right the earlier ETAs of the phase were; `nil` before there is one to compare.
  package var foresight: Foresight?

  package init(verdict: LagVerdict) { self.verdict = verdict }
}

/// What a judgement needs to know beside the job itself.
package struct Circumstances: Hashable, Sendable {
  package var now: Moment
  /// Older data is stale.
  package var oldestFresh: Duration
  /// How often the job is read.
  package var interval: Duration
  package var isSourceOK: Bool
  /// Their clock minus ours; zero while unknown.
  package var clockOffset: Duration
  /// What the job's samples may take.
  package var historyBytes: Int

  package init(
    now: Moment, oldestFresh: Duration, interval: Duration, isSourceOK: Bool, clockOffset: Duration,
    historyBytes: Int = HistoryBudget.most
  ) {
    self.now = now
    self.oldestFresh = oldestFresh
    self.interval = interval
    self.isSourceOK = isSourceOK
    self.clockOffset = clockOffset
    self.historyBytes = historyBytes
  }
}

/// Everything learned about one job over time. A pure value: the same readings give the same judgement.
package struct JobTrack: Hashable, Sendable {
  package private(set) var history = History()
  private var course = LagCourse(History(), in: .unknown, since: nil, window: .zero)
  private var paces = CopyPaces()
  private var stepPaces = StepPaces()
  private var forecasts = Forecasts()
  private var movement = Movement()
  private var attempts = Attempts()
  private var replication = ReplicationStandstill()
  private var frozen = FrozenLag()
  /// Uptime at which it last went on after it had been paused or failed; `nil` if that was not seen.
  private var resumedAt: Duration?
  /// As of the last figures; `nil` before the first.
  private var state: State?
  private var measuring = Measuring()
  private var hold = CutoverHold()
  /// Of the last sample: another reading of the same figures tells nothing about their course.
  private var figuresReadAt: Date?
  private var stepsReadAt: Date?
  /// When the figures were last read.
  private var lastReading: Moment?
  /// When anything was.
  private var observed: Moment?

  package init() {}

  /// Learns from a new reading of the job and judges it.
  package mutating func learn(
    from job: Job, thresholds: Thresholds, circumstances: Circumstances
  ) -> Judgement {
    let now = circumstances.now
    observed = now.advanced(by: .seconds(min(0, job.observedAt.timeIntervalSince(now.date))))
    let isFigures = job.figuresReadAt != nil && job.figuresReadAt != figuresReadAt
    if isFigures { learnFigures(of: job, circumstances) }
    if let read = job.stepsObservedAt, read != stepsReadAt {
      stepsReadAt = read
      stepPaces.learn(from: job, at: now)
    }
    if isFigures || course.phase != job.phase {
      course = LagCourse(
        history, in: job.phase, since: resumedAt, window: thresholds.trendWindow)
    }
    var judgement = figures(of: job, thresholds, circumstances)
    if isFigures, let lastReading {
      forecasts.learn(judgement.eta, of: job, at: lastReading)
      judgement.foresight = forecasts.foresight
    }
    let judge = CutoverJudge(
      thresholds: thresholds, circumstances: circumstances, measuring: measuring)
    hold.learn(
      holds: judge.holds(job, judgement), isFigures: isFigures, at: now,
      longestGap: judge.longestGap)
    judgement.cutover = judge.cutover(job, judgement, hold: hold)
    return judgement
  }

  private mutating func learnFigures(of job: Job, _ circumstances: Circumstances) {
    let now = circumstances.now
    figuresReadAt = job.figuresReadAt
    lastReading = now
    if job.state.works, state?.works == false { resumedAt = now.uptime }
    // What stood while the job was paused or in trouble did not stall.
    if job.state == .running, state != .running { (movement, replication) = (Movement(), .init()) }
    state = job.state
    history.append(Sample(job, at: now), bytes: circumstances.historyBytes)
    paces.learn(from: job, at: now, bytes: circumstances.historyBytes / 3)
    movement.learn(from: job, at: now)
    attempts.learn(from: job)
    replication.learn(from: job, at: now)
    frozen.learn(from: job, at: now)
    measuring.learn(from: job, circumstances)
  }

  /// Judges the job as of now, by its last reading and what came before. A check that fails meanwhile ends a hold.
  package mutating func passTime(
    of job: Job, thresholds: Thresholds, circumstances: Circumstances
  ) -> Judgement {
    var judgement = figures(of: job, thresholds, circumstances)
    let judge = CutoverJudge(
      thresholds: thresholds, circumstances: circumstances, measuring: measuring)
    if !judge.holds(job, judgement) { hold = CutoverHold() }
    judgement.cutover = judge.cutover(job, judgement, hold: hold)
    return judgement
  }

  /// All but the cut-over.
  private func figures(
    of job: Job, _ thresholds: Thresholds, _ circumstances: Circumstances
  ) -> Judgement {
    let staleness = staleness(of: job, circumstances)
    let stalledSince = staleness == nil ? stalledSince(job, thresholds) : nil
    let verdict = LagJudge(thresholds: thresholds, circumstances: circumstances).verdict(
      job, course, staleness: staleness, isStalled: stalledSince != nil,
      isFrozen: frozen.isFrozen)
    var judgement = Judgement(verdict: verdict)
    judgement.staleness = staleness
    judgement.stalledSince = stalledSince
    if staleness == nil, stalledSince == nil, job.state == .running, job.phase == .full,
      let lastReading, movement.isQuiet(asOf: lastReading)
    {
      judgement.quietSince = movement.movedAt
    }
    judgement.attempts = attempts
    judgement.foresight = forecasts.foresight
    let copy = CopyJudge()
    // Of data that is old there is no pace of now.
    let reading = staleness == nil ? lastReading : nil
    judgement.rates = copy.rates(job, paces, at: reading)
    judgement.eta = copy.eta(job, paces, isStalled: stalledSince != nil, at: reading)
    if let reading, stalledSince == nil {
      judgement.stepEnds = stepPaces.ends(of: job, at: reading)
    }
    return judgement
  }

  package func staleness(of job: Job, _ circumstances: Circumstances) -> Judgement.Staleness? {
    if let observed, circumstances.now.uptime - observed.uptime > circumstances.oldestFresh {
      return .poll
    }
    guard job.state == .running || job.state == .warning else { return nil }
    if job.scrape?.isAvailable == false { return .scrape }
    if let age = Measuring.age(of: job, circumstances), age > Measuring.old { return .scrape }
    return nil
  }

  /// Phases with something to count stand still; a replication does if its lag only grows with the clock. An
  /// idle source is neither.
  private func stalledSince(_ job: Job, _ thresholds: Thresholds) -> Moment? {
    guard job.state == .running, let reading = lastReading else { return nil }
    switch job.phase {
    case .precheck, .schema, .full, .verifying:
      return movement.isStalled(asOf: reading, floor: thresholds.stallFloor)
        ? movement.movedAt : nil
    case .incremental:
      return replication.length.map { $0 >= thresholds.stallFloor } == true
        ? replication.since : nil
    case .pending, .stopping, .none, .unknown:
      return nil
    }
  }
}

extension State {
  /// Whether a lag may move by what the job does; of a word that nobody knows it may.
  fileprivate var works: Bool {
    switch self {
    case .running, .warning, .unknown: true
    case .pending, .failed, .paused, .stopped, .done: false
    }
  }
}
