package import MigrationModel

package import struct FoundationEssentials.Date

/// Reads the jobs of one instance of Relational Migrator.
///
/// One call lists them all with everything the service tells. Only jobs that the configuration
/// names and the list lacks are asked for one by one, each as a page of its own.
package actor RelationalMigratorProvider: MigrationProvider {
  package nonisolated let source: Source
  package nonisolated let limits: CallLimits

  let configuration: RelationalMigratorConfiguration
  let transport: any HTTPTransport
  let now: @Sendable () -> Date
  private let store: any SecretStore<Secret?>
  /// Outer `nil`: not read yet.
  private var authorization: Secret??
  private var record = ConnectionRecord()
  var projects = ProjectNames()
  /// The last phase that each job showed, for states that hide it.
  private var phases: [String: Phase] = [:]
  var pass = ListingPass()
  /// Configured ids that the list under way did not have.
  var unlisted: [String] = []

  /// - Parameters:
  ///   - authorization: Keeps the `Authorization` header that a reverse proxy asks for, or `nil`
  ///     to send none.
  ///   - now: Our clock.
  package init(
    configuration: RelationalMigratorConfiguration,
    authorization: any SecretStore<Secret?>,
    transport: any HTTPTransport,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    source = Source(
      name: configuration.name, service: .relationalMigrator, endpoint: configuration.base.text,
      authentication: configuration.authentication)
    limits = CallLimits(
      callsPerMinute: configuration.callsPerMinute, jobsPerCall: [.statistics: 1],
      listingTells: [.status, .statistics, .steps])
    self.configuration = configuration
    self.transport = transport
    self.now = now
    store = authorization
  }

  package var connection: Connection { record.connection }

  package func list(after cursor: ListingCursor?) async throws(ProviderError) -> Listing {
    guard let cursor else { return try await listAll() }
    return try await listUnlisted(cursor.page)
  }

  package func renewCredentials() async throws(ProviderError) -> Bool {
    let renewed = try await store.read()
    let differs = authorization.map { $0 != renewed } ?? true
    authorization = .some(renewed)
    return differs
  }

  /// Sends one request below `/api/v1/`.
  func get(_ path: String, name: String) async throws(ProviderError) -> (HTTPCall, HTTPReply) {
    var call = HTTPCall(
      name: "GET \(name)", method: .get, base: configuration.base, path: "/api/v1/\(path)",
      headers: [HTTPCall.Header("Accept", "application/json")], timeout: configuration.timeout)
    if let secret = try await currentAuthorization() {
      call.headers.append(HTTPCall.Header("Authorization", secret.value))
    }
    record.willSend()
    var reply = try await transport.send(call)
    reply.arrivedAt = now()
    record.learn(from: reply, now: now())
    return (call, reply)
  }

  private func currentAuthorization() async throws(ProviderError) -> Secret? {
    if let authorization { return authorization }
    let secret = try await store.read()
    authorization = .some(secret)
    return secret
  }

  /// `nil` for a document without an id.
  func job(_ document: RelationalMigrator.JobDocument) -> Job? {
    guard let id = document.id else { return nil }
    let job = Job(
      document, source: source.name, project: projects[document.projectId], lastPhase: phases[id],
      observedAt: now())
    switch job?.phase {
    case .full, .incremental, .verifying: phases[id] = job?.phase
    case .pending, .precheck, .schema, .stopping, .none?, .unknown, nil: break
    }
    return job
  }
}
