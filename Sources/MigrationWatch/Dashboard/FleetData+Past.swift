import MigrationModel

extension FleetData {
  /// Judges as of the last readings: the figures that time has moved since are not undone by an entry.
  mutating func settle() {
    for (id, judgement) in journal.drifted { fleet.records[id]?.judgement = judgement }
  }

  /// Acknowledges a job, or takes that back.
  mutating func acknowledge(_ id: Job.ID, _ isAcknowledged: Bool, at now: Moment) {
    guard let before = record(id) else { return }
    fleet.acknowledge(id, isAcknowledged)
    if let after = record(id) { journal.judged(before, after, at: now) }
  }

  /// Makes everything as it was before an entry of the journal.
  mutating func undo(_ index: Int) {
    switch journal.entries[index].change {
    case .seen(let ids, let before, _): setReadingTimes(of: ids, before)
    case .log(let change): log.undo(change)
    case .version, .judged, .appeared, .vanished, .source: exchange(index)
    }
  }

  /// Makes everything as it was after an entry that was undone.
  mutating func redo(_ index: Int) {
    switch journal.entries[index].change {
    case .seen(let ids, _, let after): setReadingTimes(of: ids, after)
    case .log(let change): log.append(change.event)
    case .version, .judged, .appeared, .vanished, .source: exchange(index)
    }
  }

  private mutating func setReadingTimes(of ids: [Job.ID], _ times: ReadingTimes) {
    for id in ids { fleet.records[id]?.job.readingTimes = times }
  }

  /// Puts the value of an entry into its place, and what stood there into the entry. Twice is never.
  private mutating func exchange(_ index: Int) {
    switch journal.entries[index].change {
    case .version(let id, var version):
      fleet.records[id]?.exchange(&version)
      journal.replace(index, by: .version(id, version))
    case .judged(let id, var judgement, var standing):
      fleet.records[id]?.exchange(&judgement, &standing)
      journal.replace(index, by: .judged(id, judgement, standing))
    case .appeared(let id):
      guard let record = fleet.records.removeValue(forKey: id) else { return }
      journal.replace(index, by: .vanished(record))
    case .vanished(let record):
      fleet.records[record.job.id] = record
      journal.replace(index, by: .appeared(record.job.id))
    case .source(let place, var source):
      swap(&sources[place], &source)
      journal.replace(index, by: .source(place, source))
    case .seen, .log: break
    }
  }
}
