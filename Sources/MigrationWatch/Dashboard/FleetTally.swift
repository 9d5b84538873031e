import MigrationAnalysis
import MigrationModel

/// What one walk over the fleet finds: what is shown, how it is sorted, and how much there is of everything.
struct FleetTally {
  let sort: FleetSort
  let grouping: FleetGrouping
  let now: Moment
  let sources: [SourceState]
  private let regions: [String: String]

  private(set) var counts: [ShownState: Int] = [:]
  /// The same of the jobs that the filter hides.
  private(set) var hidden: [ShownState: Int] = [:]
  private(set) var jobCounts: [String: Int] = [:]
  private(set) var namesakes: [String: Int] = [:]
  private(set) var troubles: [FleetAttention.Entry] = []
  private var members: [String: Members] = [:]

  private struct Members {
    var keys: [FleetSort.Key] = []
    var counts: [ShownState: Int] = [:]
    var worstLag: Duration?
  }

  init(sort: FleetSort, grouping: FleetGrouping, sources: [SourceState], now: Moment) {
    self.sort = sort
    self.grouping = grouping
    self.sources = sources
    self.now = now
    regions = Dictionary(
      sources.compactMap { source in source.source.region.map { (source.source.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ record: JobRecord, isShown: Bool) {
    let (job, state) = (record.job, record.shownState)
    jobCounts[job.id.source, default: 0] += 1
    namesakes[job.name, default: 0] += 1
    counts[state, default: 0] += 1
    if state <= .unknown {
      troubles.append(
        FleetAttention.Entry(
          id: job.id, state: state, since: record.beginning(at: now) ?? record.firstReadAt,
          readAt: job.observedAt, isAcknowledged: record.isAcknowledged, isHidden: !isShown))
    }
    if isShown { addMember(record) } else { hidden[state, default: 0] += 1 }
  }

  private mutating func addMember(_ record: JobRecord) {
    let name = groupName(of: record)
    members[name, default: Members()].keys.append(
      sort.key(record, region: regions[record.job.id.source]))
    members[name]?.counts[record.shownState, default: 0] += 1
    guard let lag = record.currentLag else { return }
    let worst = members[name]?.worstLag ?? .zero
    members[name]?.worstLag = max(worst, lag)
  }

  private func groupName(of record: JobRecord) -> String {
    switch grouping {
    case .none: ""
    case .source: record.job.id.source
    case .service: record.job.service.rawValue
    case .state: record.shownState.name
    }
  }

  private var groupNames: [String] {
    switch grouping {
    case .none: [""]
    case .source: sources.map(\.source.name)
    case .service: Service.allCases.map(\.rawValue)
    case .state: ShownState.allCases.map(\.name)
    }
  }

  /// The jobs in their order, with their groups if they are grouped.
  func sorted() -> (jobs: [Job.ID], groups: [FleetGroup]) {
    var jobs: [Job.ID] = []
    var groups: [FleetGroup] = []
    for name in groupNames {
      guard let members = members[name] else { continue }
      jobs += members.keys.sorted(by: sort.precedes).map(\.id)
      guard grouping != .none else { continue }
      groups.append(
        FleetGroup(
          name: name, grouping: grouping, counts: members.counts, worstLag: members.worstLag))
    }
    return (jobs, groups)
  }
}
