import MigrationModel
import MigrationWatch

/// A provider of three jobs that answers at once, and writes down what it is asked.
actor PlayedProvider: MigrationProvider {
  enum Request: Hashable, Sendable {
    case list
    case read([Job.ID], ReadingDepth)
    case renewCredentials
  }

  nonisolated let source: Source
  nonisolated let limits: CallLimits
  private(set) var connection = Connection()
  private(set) var requests: [Request] = []
  private(set) var mostAtOnce = 0
  private var underway = 0
  private let trouble: @Sendable (Request) async -> ProviderError?

  /// - Parameter trouble: Called before each answer, which it can delay or replace by an error.
  init(
    _ name: String = "lab", callsPerMinute: Int = 60_000,
    trouble: @escaping @Sendable (Request) async -> ProviderError? = { _ in nil }
  ) {
    source = .sample(name)
    var limits = CallLimits.batches
    limits.callsPerMinute = callsPerMinute
    self.limits = limits
    self.trouble = trouble
  }

  private nonisolated var jobs: [Job] {
    ["1", "2", "3"].map { .sample($0, source: source.name) }
  }

  private func receive(_ request: Request) async throws(ProviderError) {
    requests.append(request)
    connection.requests += 1
    underway += 1
    mostAtOnce = max(mostAtOnce, underway)
    let failure = await trouble(request)
    underway -= 1
    if let failure { throw failure }
  }

  func list(after cursor: ListingCursor?) async throws(ProviderError) -> Listing {
    try await receive(.list)
    return Listing(jobs: jobs)
  }

  func read(_ ids: [Job.ID], _ depth: ReadingDepth) async throws(ProviderError) -> [JobReading] {
    try await receive(.read(ids, depth))
    return jobs.filter { ids.contains($0.id) }.map(JobReading.job)
  }

  func renewCredentials() async throws(ProviderError) -> Bool {
    requests.append(.renewCredentials)
    return false
  }
}
