import HTTPTransport
import MigrationAPI
import MigrationModel
import MigrationSimulator
import Testing

/// The simulator on free ports, and one client in front of it.
struct Stage {
  let client: Client
  let provider: any MigrationProvider
  let keyring: Keyring
  let desk: Desk
  let transport: RecordingTransport

  /// - Parameter timeout: Of one call. So long that only a call that hangs reaches it.
  static func with(
    _ client: Client, jobs: Int = 23, timeout: Duration = .seconds(60),
    _ body: (Stage) async throws -> Void
  ) async throws {
    var configuration = SimulatorConfiguration()
    (configuration.relationalMigratorPort, configuration.dtsPort, configuration.drsPort) = (0, 0, 0)
    configuration.jobs = jobs
    let simulator = try await Simulator.start(configuration)
    do {
      try await body(Stage(client, in: simulator, timeout: timeout))
    } catch {
      await simulator.stop()
      throw error
    }
    await simulator.stop()
  }

  private init(_ client: Client, in simulator: Simulator, timeout: Duration) throws {
    let base = try client.base(in: simulator)
    let real = try AsyncHTTPTransport(version: "test")
    self.client = client
    keyring = Keyring()
    desk = Desk(base: base, transport: real)
    transport = RecordingTransport(real)
    provider = client.provider(
      at: base, keyring: keyring, transport: transport, timeout: timeout)
  }

  /// All pages of the listing.
  func pages() async throws -> [Listing] {
    var pages = [try await provider.list(after: nil)]
    while let next = pages.last?.next { pages.append(try await provider.list(after: next)) }
    return pages
  }

  func listedJobs() async throws -> [Job] { try await pages().flatMap(\.jobs) }

  /// Every job after a listing and readings at every depth.
  func everything() async throws -> [Job] {
    let ids = try await listedJobs().map(\.id)
    for depth in provider.limits.jobsPerCall.keys.sorted() { _ = try await read(ids, depth) }
    return try await listedJobs()
  }

  /// Reads as many at a time as the service allows.
  func read(_ ids: [Job.ID], _ depth: ReadingDepth) async throws -> [JobReading] {
    let room = try #require(provider.limits.jobsPerCall[depth])
    var readings: [JobReading] = []
    for start in stride(from: 0, to: ids.count, by: room) {
      let part = Array(ids[start..<min(start + room, ids.count)])
      readings += try await provider.read(part, depth)
    }
    return readings
  }

  /// The failure of a listing that must fail, or of the part of one that goes on without it.
  func failure(
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> ProviderError {
    let problems: [ProviderError]
    do throws(ProviderError) {
      problems = try await provider.list(after: nil).problems
    } catch {
      problems = [error]
    }
    return try #require(problems.first, sourceLocation: sourceLocation)
  }
}
