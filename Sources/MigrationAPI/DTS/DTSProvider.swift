package import MigrationModel

package import struct FoundationEssentials.Date

/// Watches one region of Alibaba Cloud DTS.
///
/// A task is known by its last item of the list and by its last steps; each answer makes a new
/// whole ``Job`` of both.
package actor DTSProvider: MigrationProvider {
  package nonisolated let source: Source
  package nonisolated let limits: CallLimits

  let configuration: DTSConfiguration
  let now: @Sendable () -> Date
  private let credentialStore: any SecretStore<DTSCredentials>
  let transport: any HTTPTransport
  let nonce: @Sendable () -> String

  private var credentials: DTSCredentials?
  var record = ConnectionRecord()
  var records: [String: DTSRecord] = [:]
  var pass = ListingPass()
  /// The kinds that the present pass listed to their end.
  var wholeKinds: Set<DTSJobType> = []
  var refusals = DTSRefusals()
  var restraint = DTSRestraint()

  /// - Parameter nonce: Makes a text that no request had before.
  package init(
    configuration: DTSConfiguration,
    credentials: any SecretStore<DTSCredentials>,
    transport: any HTTPTransport,
    now: @escaping @Sendable () -> Date = { Date() },
    nonce: @escaping @Sendable () -> String = DTSProvider.randomNonce
  ) {
    self.configuration = configuration
    credentialStore = credentials
    self.transport = transport
    self.now = now
    self.nonce = nonce
    source = Source(
      name: configuration.name, service: .dts, endpoint: configuration.base.text,
      region: configuration.region, authentication: configuration.authentication,
      credentials: configuration.credentials)
    limits = CallLimits(
      callsPerMinute: configuration.callsPerMinute,
      jobsPerCall: [.statistics: 20, .steps: 1, .details: 1], listingTells: [.status, .statistics])
  }

  package var connection: Connection { record.connection }

  package func renewCredentials() async throws(ProviderError) -> Bool {
    let before = credentials
    let renewed = try await credentialStore.read()
    credentials = renewed
    restraint.forgetPermissions()
    guard renewed != before else { return false }
    refusals = DTSRefusals()
    return true
  }

  /// 16 random bytes in hexadecimal.
  package static let randomNonce: @Sendable () -> String = {
    (0..<16).map { _ in UInt8.random(in: .min ... .max) }.hexadecimal
  }

  /// The task as all answers about it tell it.
  func job(of record: DTSRecord) -> Job {
    var job = DTSJobInterpretation(record).job
    if detailCalls(for: record).isEmpty { job.details = .nothing }
    job.notes += deniedCalls(for: record)
    return job
  }

  func currentCredentials() async throws(ProviderError) -> DTSCredentials {
    if let credentials { return credentials }
    let read = try await credentialStore.read()
    credentials = read
    return read
  }
}
