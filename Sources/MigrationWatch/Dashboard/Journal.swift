import MigrationAnalysis
import MigrationModel

/// How things were before each change of the last while: what ``Past`` needs to show them again.
///
/// Bounded by ``JournalLimits``. Whole moments are forgotten, the oldest first.
struct Journal: Sendable {
  struct Entry: Sendable {
    /// When the change was taken in; never earlier than the entry before.
    let at: Moment
    fileprivate(set) var change: Change
    /// About how many bytes are kept for this entry alone.
    fileprivate(set) var weight: Int
  }

  /// Indirect, so that moving entries costs the same whatever they hold.
  indirect enum Change: Sendable {
    /// These jobs were read again and told nothing new.
    case seen([Job.ID], before: ReadingTimes, after: ReadingTimes)
    case version(Job.ID, JobVersion)
    /// Time alone changed what a job's readings mean, or a person acknowledged it.
    case judged(Job.ID, Judgement, JobStanding)
    /// There was no such job.
    case appeared(Job.ID)
    /// There was one, and it is gone.
    case vanished(JobRecord)
    /// By the position of the source.
    case source(Int, SourceState)
    case log(EventLog.Change)
  }

  private(set) var entries: [Entry] = []
  /// About how many bytes the entries hold.
  private(set) var weight = 0
  /// The time of the newest entry that is forgotten; `nil` while none is.
  private(set) var forgottenAt: Moment?
  /// Judgements as the last reading gave them, of jobs where time has moved figures since.
  private(set) var drifted: [Job.ID: Judgement] = [:]
  private let limits: JournalLimits

  init(limits: JournalLimits) { self.limits = limits }

  mutating func append(_ change: Change, at moment: Moment, weight: Int) {
    var at = moment
    if let last = entries.last, last.at.uptime > at.uptime { at = last.at }
    let weight = weight + MemoryLayout<Entry>.stride + Self.boxHeader
    entries.append(Entry(at: at, change: change, weight: weight))
    self.weight += weight
    if self.weight > limits.bytes || entries.count > limits.entries { forget() }
  }

  /// A job was read again and told nothing new: costs its id, and little more if others told the same.
  mutating func see(
    _ id: Job.ID, before: ReadingTimes, after: ReadingTimes, at moment: Moment
  ) {
    let idWeight = MemoryLayout<Job.ID>.stride
    if let last = entries.last, last.at == moment, last.isSeen(before: before, after: after) {
      entries[entries.count - 1].add(id, weight: idWeight)
      weight += idWeight
    } else {
      append(
        .seen([id], before: before, after: after), at: moment,
        weight: MemoryLayout<ReadingTimes>.stride * 2 + idWeight)
    }
  }

  /// Time moved figures of a job that are not worth an entry: the past shows those of the reading.
  mutating func drift(_ record: JobRecord) {
    if drifted[record.job.id] == nil { drifted[record.job.id] = record.judgement }
  }

  /// The judgement of the last reading. From the next on there is another one.
  mutating func settledJudgement(_ record: JobRecord) -> Judgement {
    drifted.removeValue(forKey: record.job.id) ?? record.judgement
  }

  /// Puts something else into an entry.
  mutating func replace(_ index: Int, by change: Change) { entries[index].change = change }

  /// Frees an eighth at once: that moves the other entries only now and then.
  private mutating func forget() {
    var count = 0
    while count < entries.count,
      weight > limits.bytes / 8 * 7 || entries.count - count > limits.entries / 8 * 7
    {
      let end = end(ofMomentAt: count)
      weight -= entries[count..<end].reduce(0) { $0 + $1.weight }
      count = end
    }
    forgottenAt = entries[count - 1].at
    entries.removeFirst(count)
  }

  private static let boxHeader = 16
}

extension Journal.Entry {
  fileprivate func isSeen(before: ReadingTimes, after: ReadingTimes) -> Bool {
    guard case .seen(_, before, after) = change else { return false }
    return true
  }

  fileprivate mutating func add(_ id: Job.ID, weight: Int) {
    guard case .seen(var ids, let before, let after) = change else { return }
    // Held twice, the ids would be copied for each one that is added.
    change = .seen([], before: before, after: after)
    ids.append(id)
    change = .seen(ids, before: before, after: after)
    self.weight += weight
  }
}
