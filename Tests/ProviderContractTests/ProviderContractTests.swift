import CustomDump
import Foundation
import MigrationModel
import Testing

/// What every client promises, asked of each over real HTTP.
@Suite(.timeLimit(.minutes(2))) struct ProviderContractTests {
  @Test(arguments: Client.allCases)
  func `the pages of a listing name every job once`(_ client: Client) async throws {
    try await Stage.with(client, jobs: 420) { stage in
      let pages = try await stage.pages()
      let ids = pages.flatMap(\.jobs).map(\.id.native)
      let share =
        switch client.service {
        case .relationalMigrator: 26
        case .dts: 207
        case .drs: 187
        }
      #expect(Set(ids).count == share)
      // Relational Migrator tells a job again once the name of its project has come.
      #expect(client.service == .relationalMigrator || Set(ids).count == ids.count)
      #expect(pages.flatMap(\.problems).isEmpty)
      #expect(pages.flatMap(\.missing).isEmpty)
      // As many as fit into 30 or 100 a page, for each kind of task that is listed apart.
      #expect(client.service == .relationalMigrator || pages.count > 3)
    }
  }

  @Test(arguments: Client.allCases)
  func `every job says whose it is and what it does`(_ client: Client) async throws {
    try await Stage.with(client) { stage in
      let source = stage.provider.source
      #expect(source.service == client.service)
      for job in try await stage.listedJobs() {
        #expect(job.id.source == source.name)
        #expect(job.service == client.service)
        #expect(!job.id.native.isEmpty && !job.name.isEmpty && !job.nativeStatus.isEmpty)
      }
    }
  }

  @Test(arguments: Client.allCases)
  func `a reading at any depth is of the jobs that were asked for`(_ client: Client) async throws {
    try await Stage.with(client) { stage in
      let ids = try await stage.listedJobs().map(\.id)
      for depth in stage.provider.limits.jobsPerCall.keys {
        let read = try await stage.read(ids, depth).map { reading in
          if case .job(let job) = reading { job.id } else { nil as Job.ID? }
        }
        expectNoDifference(read, ids)
      }
    }
  }

  @Test(arguments: Client.allCases)
  func `an id that is not known takes no other with it`(_ client: Client) async throws {
    try await Stage.with(client) { stage in
      let known = try #require(try await stage.listedJobs().first).id
      let unknown = Job.ID(source: known.source, native: client.unknownID)
      for depth in stage.provider.limits.jobsPerCall.keys {
        let readings = try await stage.read([unknown, known], depth)
        #expect(readings.map(\.outcome) == [.absent(unknown), .told(known)], "\(depth)")
      }
    }
  }

  @Test(arguments: Client.allCases)
  func `steps have ids of their own`(_ client: Client) async throws {
    try await Stage.with(client) { stage in
      let jobs = try await stage.everything()
      #expect(jobs.allSatisfy { !$0.steps.isEmpty && $0.stepsObservedAt != nil })
      for steps in jobs.flatMap({ Step.families(of: $0.steps) }) {
        #expect(Set(steps.map(\.id)).count == steps.count)
        #expect(steps.allSatisfy { !$0.id.isEmpty && !$0.label.isEmpty })
      }
    }
  }

  @Test(arguments: Client.allCases)
  func `only calls that read are sent, and nobody is turned away`(_ client: Client) async throws {
    try await Stage.with(client) { stage in
      let ids = try await stage.everything().map(\.id.native)
      let requests = try await stage.desk.requests()
      expectNoDifference(
        Set(requests.map { $0.kind(ids: ids) }).sorted(), client.readingCalls.sorted())
      #expect(requests.allSatisfy { $0.authenticated && $0.reason == nil })
    }
  }
}

extension JobReading {
  fileprivate enum Outcome: Hashable { case told(Job.ID), absent(Job.ID) }

  fileprivate var outcome: Outcome {
    switch self {
    case .job(let job): .told(job.id)
    case .missing(let id, _), .failed(let id, _): .absent(id)
    }
  }
}

extension Step {
  /// The steps, and the children of each, however deep.
  fileprivate static func families(of steps: [Step]) -> [[Step]] {
    [steps] + steps.flatMap { $0.children.isEmpty ? [] : families(of: $0.children) }
  }
}

extension Desk.Request {
  /// The method, and the action or the path with placeholders.
  fileprivate func kind(ids: [String]) -> String {
    guard action == nil else { return "\(method) \(action ?? "")" }
    let parts = path.split(separator: "/").map(String.init).map { part in
      if ids.contains(part) { return "{id}" }
      return part == Client.project ? "{project}" : part
    }
    return "\(method) /\(parts.joined(separator: "/"))"
  }
}
