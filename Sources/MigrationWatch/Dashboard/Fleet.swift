package import MigrationAnalysis
package import MigrationModel

/// Everything known of one job.
package struct JobRecord: Hashable, Sendable {
  package var job: Job
  package var track = JobTrack()
  package var judgement: Judgement
  package var isMarked = false
  package var isAcknowledged = false
  /// Complete listings in a row that did not name the job.
  var missedListings = 0
  /// The service said, asked for this job, that it does not know it.
  var isDenied = false
  var firstReadAt: Moment
  /// When this program saw the state begin; `nil` if the job was in it from the first reading on.
  var stateSince: Moment?
  /// What was told last of its lag.
  var lagSeverity = LagSeverity.absent
  /// When the job came to a source whose jobs were all known; `nil` for one of those.
  var appearedAt: Moment?
  /// The service's clock minus ours, as of the last reading.
  var clockOffset = Duration.zero

  package var shownState: ShownState { ShownState(job, judgement) }

  /// `nil` for a job that rests or is over, and for one whose data is too old; see ``waitingLag``.
  var currentLag: Duration? {
    guard judgement.staleness == nil, job.state == .running || job.state == .warning else {
      return nil
    }
    return waitingLag
  }
}

extension JobRecord {
  /// The lag that changes wait for; `nil` with an idle source: how long its last change took is no lag.
  var waitingLag: Duration? { judgement.verdict.word == .idle ? nil : job.lag.value }
}

/// All jobs of all sources, by id.
package struct Fleet: Hashable, Sendable {
  package internal(set) var records: [Job.ID: JobRecord] = [:]
  private var seenInListing: [String: Set<Job.ID>] = [:]
  let thresholds: Thresholds
  /// The greatest lag that is current, as of the last time that passed.
  private(set) var worstLag: Duration?

  init(thresholds: Thresholds) { self.thresholds = thresholds }

  /// Takes a reading of one job in and tells what changed.
  ///
  /// - Parameter isExpected: Whether a job that is not known yet is one of many, as at the start.
  mutating func learn(
    _ job: Job, _ circumstances: Circumstances, isExpected: Bool, _ journal: inout Journal
  ) -> [FleetEvent] {
    let before = records[job.id]
    var circumstances = circumstances
    circumstances.historyBytes = HistoryBudget.bytes(jobs: records.count)
    let job = before.map { job.reusing($0.job) } ?? job
    var record =
      before
      ?? JobRecord(
        job: job, judgement: Judgement(verdict: LagVerdict(.unknown, "")),
        firstReadAt: circumstances.now, appearedAt: isExpected ? nil : circumstances.now)
    record.job = job
    record.missedListings = 0
    record.isDenied = false
    record.clockOffset = circumstances.clockOffset
    record.judgement = record.track.learn(
      from: job, thresholds: thresholds, circumstances: circumstances)
    if let before { record.noteState(after: before, at: circumstances.now) }
    if record.judgement.staleness == nil {
      record.lagSeverity = record.lagSeverity.next(record.waitingLag, thresholds)
    }
    records[job.id] = record
    journal.learned(before, record, at: circumstances.now)
    return ChangeFinder(now: circumstances.now, thresholds: thresholds).changes(
      from: before, to: record)
  }

  /// Judges anew what time alone changes: jobs whose data grows too old, and those that someone looks at.
  ///
  /// - Parameter attended: The latter; `nil` for all.
  mutating func passTime(
    _ attended: Set<Job.ID>?, _ journal: inout Journal,
    _ circumstances: (Job.ID) -> Circumstances
  ) -> [FleetEvent] {
    var due: [Job.ID] = []
    worstLag = nil
    for (id, record) in records {
      if let lag = record.currentLag { worstLag = max(worstLag ?? .zero, lag) }
      let isAttended = attended?.contains(id) ?? true
      if isAttended
        || record.track.staleness(of: record.job, circumstances(id)) != record.judgement.staleness
      {
        due.append(id)
      }
    }
    return judge(due, &journal, circumstances)
  }

  /// Judges some jobs anew by their last reading.
  mutating func judge(
    _ ids: [Job.ID], _ journal: inout Journal, _ circumstances: (Job.ID) -> Circumstances
  ) -> [FleetEvent] {
    // A dictionary has no order, the log has one: the same every time.
    ids.sorted { ($0.source, $0.native) < ($1.source, $1.native) }.flatMap { id -> [FleetEvent] in
      guard let record = records[id] else { return [] }
      let circumstances = circumstances(id)
      var new = record
      new.judgement = new.track.passTime(
        of: record.job, thresholds: thresholds, circumstances: circumstances)
      guard new.judgement != record.judgement else { return [] }
      new.noteState(after: record, at: circumstances.now)
      records[id] = new
      journal.judged(record, new, at: circumstances.now)
      return ChangeFinder(now: circumstances.now, thresholds: thresholds).changes(
        from: record, to: new)
    }
  }

  /// Collects what a listing names.
  ///
  /// - Returns: The jobs that two complete listings in a row did not name: they are gone. One listing alone
  ///   may miss a job that moved from one page to another.
  mutating func listed(
    _ page: Listing, isFirst: Bool, source: String
  ) -> [JobRecord] {
    if isFirst { seenInListing[source] = [] }
    seenInListing[source]?.formUnion(page.jobs.map(\.id))
    guard page.next == nil, let seen = seenInListing.removeValue(forKey: source) else { return [] }
    // A job that could not be understood has no id here: such a listing alone takes no job away.
    let isWhole = page.problems.isEmpty
    var gone: [JobRecord] = []
    for (id, record) in records where id.source == source && !seen.contains(id) {
      if record.isDenied || isWhole && record.missedListings >= 1 {
        gone.append(record)
        records[id] = nil
      } else if isWhole {
        records[id]?.missedListings += 1
      }
    }
    return gone
  }

  /// The service said that it does not know this job: gone with the next listing that does not name it.
  mutating func deny(_ id: Job.ID) { records[id]?.isDenied = true }

  mutating func mark(_ id: Job.ID, _ isMarked: Bool) { records[id]?.isMarked = isMarked }

  mutating func acknowledge(_ id: Job.ID, _ isAcknowledged: Bool) {
    records[id]?.isAcknowledged = isAcknowledged
  }
}
