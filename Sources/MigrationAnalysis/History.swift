package import MigrationModel

/// The lag of one job over the last day, in a fixed number of bytes: every sample of the last while, fewer of the last
/// hour, and fewer still of the day. Of those that make place for each other the highest stays.
package struct History: Hashable, Sendable {
  private var start = Duration.zero
  private var packed: [PackedSample] = []
  /// How many samples there is room for.
  private var room = HistoryBudget.most / MemoryLayout<PackedSample>.stride
  /// Up to here samples have become fewer.
  private var thinnedUntil = Duration.zero

  package init() {}

  package var last: Sample? { packed.last?.sample(since: start) }

  /// How many bytes the samples take.
  package var weight: Int { packed.count * MemoryLayout<PackedSample>.stride }

  /// - Parameter bytes: What the samples may take.
  package mutating func append(_ sample: Sample, bytes: Int = HistoryBudget.most) {
    if let last, sample.at <= last.at { return }
    if packed.isEmpty { start = sample.at }
    let new = PackedSample(sample, since: start)
    room = bytes / MemoryLayout<PackedSample>.stride
    // Of a phase that tells no lag the first and the last sample say all.
    if packed.count > 1,
      [new, packed[packed.count - 2]].allSatisfy({ $0.saysNothing(packed.last) })
    {
      packed[packed.count - 1] = new
    } else {
      packed.append(new, most: room + 1)
    }
    if packed.count > room { thin(at: sample.at) }
  }

  /// How many of the samples are kept of each of the last while, the hour and the day.
  private var part: Int { max(1, room * 3 / 10) }

  /// Makes room for a tenth more, so that not every sample costs a pass over all.
  private mutating func thin(at now: Duration) {
    let fresh = packed.count - min(part, packed.count)
    if fresh > 0 { thinnedUntil = packed[fresh - 1].at(since: start) }
    var kept: [PackedSample] = []
    var before: Slot?
    for sample in packed[..<fresh] {
      let at = sample.at(since: start)
      guard now - at <= Self.day else { continue }
      let own = Slot(at: at, width: slot(at: at, now: now))
      if own == before, let last = kept.last {
        if sample.isHigher(than: last) { kept[kept.count - 1] = sample }
      } else {
        kept.append(sample)
      }
      before = own
    }
    kept.reserveCapacity(room + 1)
    kept.append(contentsOf: packed[fresh...])
    packed = kept
    // Whatever the rhythm, the budget holds.
    packed.removeFirst(max(0, packed.count - room * 19 / 20))
  }

  /// A piece of the clock, not of the age: what fell into one stays in it.
  private struct Slot: Hashable {
    let width: Duration
    let index: Int64

    init(at uptime: Duration, width: Duration) {
      self.width = width
      index = Int64(uptime / width)
    }
  }

  private static let hour = Duration.seconds(3_600)
  private static let day = Duration.seconds(86_400)

  private func slot(at uptime: Duration, now: Duration) -> Duration {
    (now - uptime <= Self.hour ? Self.hour : Self.day) / part
  }

  /// How far apart the newest samples are, as a rule; zero before there are two.
  package var usualGap: Duration {
    let newest = packed.suffix(9)
    let gaps = zip(newest, newest.dropFirst()).map { $1.at(since: start) - $0.at(since: start) }
    return gaps.median ?? .zero
  }

  /// How far apart samples may have come by becoming fewer; zero where they have not.
  package func thinness(at uptime: Duration) -> Duration {
    guard uptime <= thinnedUntil, let last else { return .zero }
    return slot(at: uptime, now: last.at) * 2
  }

  /// What was known at a moment, of what is known now: older samples have become fewer since.
  package func until(_ moment: Moment) -> History {
    var history = self
    history.packed = Array(packed[..<index(from: moment.uptime + .nanoseconds(1))])
    return history
  }

  /// From the first one at or after a time on, oldest first.
  package func samples(from uptime: Duration) -> some Sequence<Sample> {
    packed[index(from: uptime)...].lazy.map { $0.sample(since: start) }
  }

  /// By halves: with a day of readings a graph of the last minutes does not look at them all.
  private func index(from uptime: Duration) -> Int {
    var (low, high) = (packed.startIndex, packed.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if packed[middle].at(since: start) < uptime { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// How many bytes of samples a job may keep.
package enum HistoryBudget {
  /// For a job of a small fleet: a sample every 5 s for 40 minutes, every 8 s for an hour, every 3 minutes for a day.
  package static let most = 24_000
  /// For a job of a fleet of ten thousand.
  package static let least = 2_200
  /// For the samples of all jobs.
  package static let total = 22_000_000

  package static func bytes(jobs: Int) -> Int {
    min(most, max(least, total / max(1, jobs)))
  }
}
