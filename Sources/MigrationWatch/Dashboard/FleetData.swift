import MigrationAnalysis
package import MigrationModel

/// What the sources have told so far: their own state, their jobs, and the log of changes.
package struct FleetData: Sendable {
  /// In the order of the configuration.
  package internal(set) var sources: [SourceState]
  package internal(set) var fleet: Fleet
  package internal(set) var log = EventLog()
  /// The greatest lag of the fleet, minute by minute.
  package private(set) var peaks = LagPeaks()
  /// The sources that listed all their jobs at least once.
  private var listedSources: Set<String> = []
  /// How all of it was before.
  var journal: Journal

  init(sources: [SourceState], fleet: Fleet, journal: Journal) {
    self.sources = sources
    self.fleet = fleet
    self.journal = journal
  }

  package func source(_ name: String) -> SourceState? { sources.first { $0.source.name == name } }

  package func record(_ id: Job.ID?) -> JobRecord? { id.flatMap { fleet.records[$0] } }

  /// Takes a poll in.
  ///
  /// - Returns: The jobs that are gone.
  mutating func learn(_ poll: Poll, interval: Duration) -> [Job.ID] {
    guard let index = sources.firstIndex(where: { $0.source.name == poll.source }) else {
      return []
    }
    let before = sources[index]
    sources[index].learn(poll)
    journal.answered(index, before: before, after: sources[index], at: poll.at)
    logSource(before, sources[index], at: poll.at)
    let source = sources[index]
    if before.health != source.health || before.error != source.error {
      judge(source, at: poll.at, interval: interval)
    }
    switch poll.outcome {
    case .listed(let page, let isFirst):
      for job in page.jobs { learn(job, of: source, at: poll.at, interval) }
      let gone = fleet.listed(page, isFirst: isFirst, source: poll.source)
      if page.next == nil { listedSources.insert(poll.source) }
      for record in gone {
        journal.gone(record, at: poll.at)
        logGone(record, at: poll.at)
      }
      return gone.map(\.job.id)
    case .read(let readings, _):
      for reading in readings { learn(reading, of: source, at: poll.at, interval) }
      return []
    case .renewed, .failed: return []
    }
  }

  /// Judges anew what time alone changes.
  ///
  /// - Parameter attended: The jobs that someone looks at; `nil` for all.
  /// - Returns: Whether anything is to be told.
  mutating func passTime(
    at now: Moment, _ attended: Set<Job.ID>?, interval: Duration
  ) -> Bool {
    let bySource = Dictionary(
      sources.map { ($0.source.name, $0) }, uniquingKeysWith: { first, _ in first })
    let events = fleet.passTime(attended, &journal) { id in
      Self.circumstances(of: id, bySource[id.source], now: now, interval: interval)
    }
    for event in events { tell(event) }
    if let worst = fleet.worstLag { peaks.learn(worst, at: now.uptime) }
    return !events.isEmpty
  }

  /// Judges the jobs of a source anew, after its health changed.
  private mutating func judge(_ source: SourceState, at now: Moment, interval: Duration) {
    let jobs = fleet.records.keys.filter { $0.source == source.source.name }
    let events = fleet.judge(jobs, &journal) {
      Self.circumstances(of: $0, source, now: now, interval: interval)
    }
    for event in events { tell(event) }
  }

  /// Judges one job anew, as time alone changes it.
  mutating func judge(_ job: Job.ID, at now: Moment, interval: Duration) {
    let source = source(job.source)
    let events = fleet.judge([job], &journal) {
      Self.circumstances(of: $0, source, now: now, interval: interval)
    }
    for event in events { tell(event) }
  }

  private static func circumstances(
    of job: Job.ID, _ source: SourceState?, now: Moment, interval: Duration
  ) -> Circumstances {
    let round = source?.round ?? .zero
    return Circumstances(
      now: now, oldestFresh: max(.seconds(60), interval * 3, round * 3),
      interval: max(interval, round), isSourceOK: source?.isReliable(for: job) ?? false,
      clockOffset: source?.connection.clockOffset ?? .zero)
  }

  private mutating func learn(
    _ reading: JobReading, of source: SourceState, at now: Moment, _ interval: Duration
  ) {
    switch reading {
    case .job(let job): learn(job, of: source, at: now, interval)
    case .failed: break
    case .missing(let id, _): fleet.deny(id)
    }
  }

  private mutating func learn(
    _ job: Job, of source: SourceState, at now: Moment, _ interval: Duration
  ) {
    let circumstances = Self.circumstances(of: job.id, source, now: now, interval: interval)
    let isExpected = !listedSources.contains(source.source.name)
    let events = fleet.learn(job, circumstances, isExpected: isExpected, &journal)
    for event in events { tell(event) }
    if let lag = record(job.id)?.currentLag { peaks.learn(lag, at: now.uptime) }
  }

  mutating func tell(_ event: FleetEvent) {
    journal.told(log.append(event), at: event.at)
  }

  private mutating func logGone(_ record: JobRecord, at now: Moment) {
    tell(
      FleetEvent(
        at: now, offset: record.clockOffset, source: record.job.id.source, job: record.job.id,
        name: record.job.name, kind: .job, state: record.shownState,
        text: "no longer listed by the service"))
  }

  private mutating func logSource(_ before: SourceState, _ after: SourceState, at now: Moment) {
    let isSilenced = after.isSilent && !before.isSilent && before.error != nil
    guard before.health != after.health || before.error != after.error || isSilenced else { return }
    let refused = after.error?.status.map { "\($0) again" } ?? "refused again"
    let text =
      switch after.health {
      case .degraded where isSilenced, .failing where isSilenced:
        "\(refused) with the credentials read anew: calls stopped"
      case .ok: "ok again"
      case .unknown: "not asked yet"
      case .degraded, .failing: after.errorText
      }
    if before.health == .unknown, after.health == .ok { return }
    var event = FleetEvent(
      at: now, source: after.source.name, job: nil, name: after.source.name, kind: .source,
      state: ShownState(after.health), text: text)
    if before.health != after.health {
      let trouble = after.error ?? before.error
      event.turn = .init(
        subject: [trouble?.kind.rawValue, trouble?.code].compactMap(\.self),
        from: before.health.rawValue, to: after.health.rawValue)
    }
    tell(event)
  }
}

extension SourceState {
  /// What is wrong, in one line; empty while nothing is.
  package var errorText: String {
    guard let error else {
      return missingJobs.isEmpty ? "" : "not known there: \(missingJobs.joined(separator: ", "))"
    }
    return [error.status.map(String.init), error.code, error.message]
      .compactMap { $0 }.joined(separator: " ")
  }
}
