import MigrationModel

import struct FoundationEssentials.Date

/// What one instance has told of its jobs so far.
struct JobMemory {
  private var jobs: [String: Job] = [:]
  /// The last phase that each job showed, for states that hide it.
  private var phases: [String: Phase] = [:]
  /// Of the jobs opened last, newest at the end.
  private var logs: [(id: String, entries: [LogEntry])] = []

  private static let longestLogs = 8

  subscript(id: String) -> Job? { jobs[id] }

  /// In no order.
  var all: some Collection<Job> { jobs.values }

  func lastPhase(of id: String) -> Phase? { phases[id] }

  func log(of id: String) -> [LogEntry]? { logs.last { $0.id == id }?.entries }

  mutating func keep(_ job: Job) {
    jobs[job.id.native] = job
    switch job.phase {
    case .full, .incremental, .verifying: phases[job.id.native] = job.phase
    case .pending, .precheck, .schema, .stopping, .none, .unknown: break
    }
  }

  /// A person reads one log at a time: the oldest ones are let go.
  mutating func keep(_ log: [LogEntry], of id: String) {
    logs.removeAll { $0.id == id }
    logs.append((id, log))
    logs.removeFirst(max(0, logs.count - Self.longestLogs))
  }

  mutating func forget(_ id: String) {
    jobs[id] = nil
    phases[id] = nil
    logs.removeAll { $0.id == id }
  }

  /// Jobs seen before that are too old for a list of limited length, the oldest readings first.
  ///
  /// The service still has them.
  func displaced(by listed: [Job]) -> [Job] {
    let ids = Set(listed.map(\.id.native))
    let oldest = listed.compactMap(\.createdAt).min() ?? .distantFuture
    return jobs.values
      .filter { !ids.contains($0.id.native) && ($0.createdAt ?? .distantPast) <= oldest }
      .sorted { ($0.observedAt, $0.id.native) < ($1.observedAt, $1.id.native) }
  }

  mutating func forgetAll(but ids: Set<String>) {
    for id in jobs.keys where !ids.contains(id) { forget(id) }
  }
}
