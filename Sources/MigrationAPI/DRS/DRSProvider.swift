package import MigrationModel

package import struct FoundationEssentials.Date

/// Reads the tasks of one project of Huawei Cloud DRS.
///
/// Every call brings a part of what is known of a task; the parts are kept and each reading
/// returns the whole.
package actor DRSProvider: MigrationProvider {
  package nonisolated let source: Source
  package nonisolated let limits: CallLimits

  let configuration: DRSConfiguration
  let transport: any HTTPTransport
  let now: @Sendable () -> Date
  let parts: [ListingPart]
  private let store: any SecretStore<DRSCredentials>
  private var credentials: DRSCredentials?
  var record = ConnectionRecord()
  var tasks: [String: DRS.TaskRecord] = [:]
  var refusals = DRSRefusals()
  var restraint = DRSRestraint()
  var pass = ListingPass()
  /// All that the pages of ``pass`` named, what the configuration does not ask for included.
  var namedOnPages: Set<String> = []
  var token: IAMToken?
  /// The request for a token that is under way, shared by all calls that wait for it.
  var tokenRequest: Task<Result<IAMToken, ProviderError>, Never>?
  /// How often the credentials were read anew: a token of those before is not kept.
  var renewals = 0

  /// - Parameters:
  ///   - credentials: Where they are kept.
  ///   - now: Our clock.
  package init(
    configuration: DRSConfiguration,
    credentials: any SecretStore<DRSCredentials>,
    transport: any HTTPTransport,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    source = Source(
      name: configuration.name, service: .drs, endpoint: configuration.base.text,
      region: configuration.region, authentication: configuration.authentication,
      credentials: configuration.credentials)
    limits = CallLimits(
      callsPerMinute: configuration.callsPerMinute,
      jobsPerCall: [.status: 10, .statistics: 10, .steps: 10, .details: 10],
      listingTells: [.status])
    self.configuration = configuration
    self.transport = transport
    self.now = now
    parts = ListingPart.all(jobs: configuration.jobs)
    store = credentials
  }

  package var connection: Connection { record.connection }

  package func renewCredentials() async throws(ProviderError) -> Bool {
    let renewed = try await store.read()
    let differs = renewed != credentials
    credentials = renewed
    (token, tokenRequest) = (nil, nil)
    renewals += 1
    restraint = DRSRestraint()
    if differs { refusals = DRSRefusals() }
    return differs
  }

  func currentCredentials() async throws(ProviderError) -> DRSCredentials {
    if let credentials { return credentials }
    let secrets = try await store.read()
    credentials = secrets
    return secrets
  }

  /// The service's time, which signatures and tokens are dated by.
  var serviceTime: Date { record.clock.time(at: now()) }

  /// Keeps what an answer told about a task. `nil` while it was not listed and no answer had a
  /// status.
  func update(_ id: Job.ID, _ change: (inout DRS.TaskRecord) -> Void) -> Job? {
    var task = tasks[id.native] ?? DRS.TaskRecord()
    change(&task)
    tasks[id.native] = task
    return known(id)
  }

  /// What all answers so far tell about a task.
  func known(_ id: Job.ID) -> Job? {
    guard let task = tasks[id.native], var job = Job(id, task) else { return nil }
    let isUnknown = task.detailsCall.map {
      restraint.error(for: $0, at: now())?.meansUnknownCall == true
    }
    if isUnknown == true { job.details = .nothing }
    return job
  }
}
