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
  private let transport: any HTTPTransport
  private let nonce: @Sendable () -> String

  private var credentials: DTSCredentials?
  private var record = ConnectionRecord()
  var records: [String: DTSRecord] = [:]
  var pass = ListingPass()
  /// The closer looks that the service does not know.
  var unknownCalls: Set<String> = []

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
      region: configuration.region, authentication: configuration.authentication)
    limits = CallLimits(
      callsPerMinute: configuration.callsPerMinute,
      jobsPerCall: [.statistics: 20, .steps: 1, .details: 1], listingTells: [.status, .statistics])
  }

  package var connection: Connection { record.connection }

  package func renewCredentials() async throws(ProviderError) -> Bool {
    let before = credentials
    let renewed = try await credentialStore.read()
    credentials = renewed
    return renewed != before
  }

  /// 16 random bytes in hexadecimal.
  package static let randomNonce: @Sendable () -> String = {
    (0..<16).map { _ in UInt8.random(in: .min ... .max) }.hexadecimal
  }

  /// Makes one call, and once more if the connection was cut or only its nonce or its date refused.
  func perform<Value: DTSAnswer>(
    _ operation: DTSOperation, _ type: Value.Type
  ) async throws(ProviderError) -> Value {
    var reply: DTSReply
    do {
      reply = try await send(operation, at: record.clock.time(at: now()))
    } catch {
      guard error.isCut else { throw error }
      reply = try await send(operation, at: record.clock.time(at: now()))
    }
    if let date = dateOfSecondTry(after: reply) {
      reply = try await send(operation, at: date)
    }
    if let failure = reply.failure { throw failure }
    return try reply.value(type)
  }

  private func send(
    _ operation: DTSOperation, at date: Date
  ) async throws(ProviderError) -> DTSReply {
    let call = configuration.call(
      operation, credentials: try await currentCredentials(), at: date, nonce: nonce())
    record.willSend()
    var reply = try await transport.send(call)
    reply.arrivedAt = now()
    record.learn(from: reply, now: now())
    return DTSReply(reply, to: call)
  }

  /// The task as all answers about it tell it.
  func job(of record: DTSRecord) -> Job {
    var job = DTSJobInterpretation(record).job
    if detailCalls(for: record).isEmpty { job.details = .nothing }
    return job
  }

  /// `nil` if a second try is of no use. A refused date is put right by the answer's own clock.
  private func dateOfSecondTry(after reply: DTSReply) -> Date? {
    guard let code = reply.failure?.code else { return nil }
    if DTSErrorCode.isUsedNonce(code) { return record.clock.time(at: now()) }
    var clock = ServiceClock()
    clock.learn(from: reply.reply, now: now())
    guard DTSErrorCode.isRefusedDate(code), clock.offset != nil else { return nil }
    return clock.time(at: now())
  }

  private func currentCredentials() async throws(ProviderError) -> DTSCredentials {
    if let credentials { return credentials }
    let read = try await credentialStore.read()
    credentials = read
    return read
  }
}
