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
  package var rates = Rates()
  package var eta = ETA.absent(.tooEarly)
  package var verdict: LagVerdict
  package var cutover = Cutover.none
  /// Starts of the copy that this history saw.
  package var attempts = 1

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
  private var course = LagCourse(History(), in: .unknown, window: .zero)
  private var paces = CopyPaces()
  private var movement = Movement()
  private var hold = CutoverHold()
  /// Of the last sample: another reading of the same figures tells nothing about their course.
  private var figuresReadAt: Date?
  /// When the figures were last read.
  private var lastReading: Moment?

  package init() {}

  /// Learns from a new reading of the job and judges it.
  package mutating func learn(
    from job: Job, thresholds: Thresholds, circumstances: Circumstances
  ) -> Judgement {
    let isFigures = job.figuresReadAt != nil && job.figuresReadAt != figuresReadAt
    if isFigures {
      figuresReadAt = job.figuresReadAt
      lastReading = circumstances.now
      history.append(Sample(job, at: circumstances.now), bytes: circumstances.historyBytes)
      paces.learn(from: job, at: circumstances.now)
      movement.learn(from: job, at: circumstances.now)
    }
    if isFigures || course.phase != job.phase {
      course = LagCourse(history, in: job.phase, window: thresholds.trendWindow)
    }
    var judgement = figures(of: job, thresholds, circumstances)
    let judge = CutoverJudge(thresholds: thresholds, circumstances: circumstances)
    hold.learn(
      holds: judge.holds(job, judgement), isFigures: isFigures, at: circumstances.now,
      interval: circumstances.interval)
    judgement.cutover = judge.cutover(job, judgement, hold: hold)
    return judgement
  }

  /// Judges the job as of now, by its last reading and what came before.
  package func judgement(
    of job: Job, thresholds: Thresholds, circumstances: Circumstances
  ) -> Judgement {
    var judgement = figures(of: job, thresholds, circumstances)
    judgement.cutover = CutoverJudge(thresholds: thresholds, circumstances: circumstances)
      .cutover(job, judgement, hold: hold)
    return judgement
  }

  /// All but the cut-over.
  private func figures(
    of job: Job, _ thresholds: Thresholds, _ circumstances: Circumstances
  ) -> Judgement {
    let staleness = staleness(of: job, circumstances)
    let verdict = LagJudge(thresholds: thresholds).verdict(job, course, staleness: staleness)
    var judgement = Judgement(verdict: verdict)
    judgement.staleness = staleness
    judgement.attempts = movement.attempts
    judgement.stalledSince = stalledSince(job, thresholds, isStale: staleness != nil)
    let copy = CopyJudge()
    // Of data that is old there is no pace of now.
    let reading = staleness == nil ? lastReading : nil
    judgement.rates = copy.rates(job, paces, at: reading)
    judgement.eta = copy.eta(
      job, paces, isStalled: judgement.stalledSince != nil, at: reading)
    return judgement
  }

  package func staleness(of job: Job, _ circumstances: Circumstances) -> Judgement.Staleness? {
    let now = circumstances.now.date
    if now.timeIntervalSince(job.observedAt) > circumstances.oldestFresh / .seconds(1) {
      return .poll
    }
    guard let scrape = job.scrape, job.state == .running || job.state == .warning else {
      return nil
    }
    guard scrape.isAvailable else { return .scrape }
    let theirNow = now.addingTimeInterval(circumstances.clockOffset / .seconds(1))
    if let last = scrape.lastSuccessAt, theirNow.timeIntervalSince(last) > 120 { return .scrape }
    return nil
  }

  /// Phases with something to count stand still; a replication does if its lag only grows with the clock. An
  /// idle source is neither.
  private func stalledSince(_ job: Job, _ thresholds: Thresholds, isStale: Bool) -> Moment? {
    guard !isStale, job.state == .running, let reading = lastReading else { return nil }
    switch job.phase {
    case .precheck, .schema, .full, .verifying:
      return movement.isStalled(asOf: reading, floor: thresholds.stallFloor)
        ? movement.movedAt : nil
    case .incremental:
      guard let since = movement.lagRisesSince,
        reading.uptime - since.uptime >= thresholds.stallFloor
      else { return nil }
      return since
    case .pending, .stopping, .none, .unknown:
      return nil
    }
  }
}
