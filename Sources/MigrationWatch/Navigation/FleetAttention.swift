package import MigrationModel

package import struct FoundationEssentials.Date

/// What somebody should look at, over the whole fleet: gravest first, and longest first among equals.
package struct FleetAttention: Sendable {
  /// One line of a list.
  package enum Item: Hashable, Sendable {
    case job(Job.ID)
    /// Several jobs of one source whose data is too old, since the first became so.
    case staleJobs(source: String, count: Int, readAt: Date, since: Moment)
    /// A source in trouble, by its name.
    case source(String)
  }

  /// A job in a state that asks for attention.
  struct Entry {
    let id: Job.ID
    let state: ShownState
    /// As far as anybody knows.
    let since: Moment
    let readAt: Date
    var isAcknowledged: Bool
    let isHidden: Bool
  }

  /// Without those acknowledged; the sources of a state stand behind its jobs.
  package private(set) var items: [Item] = []
  package private(set) var acknowledgedCount = 0
  /// How many of those not acknowledged the filter hides.
  private(set) var hiddenCount = 0
  /// Those acknowledged included.
  private var entries: [Entry] = []
  private var positions: [Job.ID: Int] = [:]
  private var sources: [Trouble] = []

  private struct Trouble {
    let source: String
    let state: ShownState
  }

  init() {}

  init(_ entries: [Entry], _ sources: [SourceState]) {
    self.entries = entries.sorted(by: Self.precedes)
    positions = Dictionary(uniqueKeysWithValues: self.entries.enumerated().map { ($1.id, $0) })
    self.sources = sources.filter { $0.health == .degraded || $0.health == .failing }
      .map { Trouble(source: $0.source.name, state: ShownState($0.health)) }
    list()
  }

  private static func precedes(_ one: Entry, _ other: Entry) -> Bool {
    if one.state != other.state { return one.state < other.state }
    if one.since.uptime != other.since.uptime { return one.since.uptime < other.since.uptime }
    return (one.id.source, one.id.native) < (other.id.source, other.id.native)
  }

  mutating func acknowledge(_ id: Job.ID, _ isAcknowledged: Bool) {
    guard let index = positions[id] else { return }
    entries[index].isAcknowledged = isAcknowledged
    list()
  }

  /// The next entry that is on screen, round and round; the gravest one if `id` needs no attention.
  func next(after id: Job.ID?, backwards: Bool) -> Job.ID? {
    let count = entries.count
    let start = id.flatMap { positions[$0] } ?? (backwards ? count : -1)
    for step in stride(from: 1, through: count, by: 1) {
      let entry = entries[(start + (backwards ? count - step : step) + count) % count]
      if !entry.isAcknowledged, !entry.isHidden { return entry.id }
    }
    return nil
  }

  private mutating func list() {
    acknowledgedCount = entries.count { $0.isAcknowledged }
    let open = entries.filter { !$0.isAcknowledged }
    hiddenCount = open.count { $0.isHidden }
    items = ShownState.allCases.flatMap { state in
      let jobs = open.filter { $0.state == state }
      return (state == .stale ? Self.bySource(jobs) : jobs.map { .job($0.id) })
        + sources.filter { $0.state == state }.map { .source($0.source) }
    }
  }

  /// Data grows old by the source: what would be a line for each of its jobs is one.
  private static func bySource(_ stale: [Entry]) -> [Item] {
    var seen: Set<String> = []
    let jobs = Dictionary(grouping: stale, by: \.id.source)
    return stale.compactMap { entry -> Item? in
      guard seen.insert(entry.id.source).inserted, let all = jobs[entry.id.source] else {
        return nil
      }
      guard all.count > 1 else { return .job(entry.id) }
      return .staleJobs(
        source: entry.id.source, count: all.count,
        readAt: all.map(\.readAt).min() ?? entry.readAt, since: entry.since)
    }
  }
}
