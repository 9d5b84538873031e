import Foundation
import MigrationAPI
import MigrationModel
import Synchronization

/// A DTS source over a stub, at a fixed time, with counted nonces.
enum DTSFixture {
  static let time = Date(timeIntervalSince1970: 1_735_787_045)

  struct Keys: SecretStore {
    var credentials = DTSCredentials(
      accessKeyID: "testAccessKeyId", accessKeySecret: Secret("testAccessKeySecret"))

    func read() async throws(ProviderError) -> DTSCredentials { credentials }
  }

  static func configuration(
    kinds: [DTSJobType] = [.migration], jobs: [String]? = nil
  ) throws -> DTSConfiguration {
    guard let base = DTSConfiguration.endpoint(region: "cn-hangzhou") else {
      throw CocoaError(.featureUnsupported)
    }
    return DTSConfiguration(
      name: "dts-hz", region: "cn-hangzhou", base: base, kinds: kinds, jobs: jobs)
  }

  static func provider(
    _ transport: StubTransport, kinds: [DTSJobType] = [.migration], jobs: [String]? = nil,
    clock: Clock = Clock(), change: (inout DTSConfiguration) -> Void = { _ in }
  ) throws -> DTSProvider {
    var configuration = try configuration(kinds: kinds, jobs: jobs)
    change(&configuration)
    let nonces = Nonces()
    return DTSProvider(
      configuration: configuration, credentials: Keys(), transport: transport,
      now: { clock.now }, nonce: { nonces.next() })
  }

  static func id(_ native: String) -> Job.ID { Job.ID(source: "dts-hz", native: native) }

  /// The answer of a list with these items, each a JSON object.
  static func list(_ items: String..., total: Int? = nil) -> HTTPReply {
    .json(
      """
      {"Success":true,"RequestId":"R","PageNumber":1,"TotalRecordCount":\(total ?? items.count),
       "DtsJobList":[\(items.joined(separator: ","))]}
      """)
  }

  static func steps(_ items: String...) -> HTTPReply {
    .json(
      #"""
      {"Success":true,"RequestId":"R","Code":"200",
       "JobSteps":[\#(items.joined(separator: ","))]}
      """#)
  }

  /// The one job of a list, with its steps if an answer to `ListJobStep` is given.
  static func job(
    _ item: String, kind: DTSJobType = .migration, steps: HTTPReply? = nil
  ) async throws -> Job {
    let transport = StubTransport { call, _ in
      call.name == "ListJobStep" ? steps ?? .json("") : list(item)
    }
    let provider = try provider(transport, kinds: [kind])
    let listed = try await provider.list(after: nil).jobs
    guard let job = listed.first else { throw CocoaError(.featureUnsupported) }
    guard steps != nil else { return job }
    guard case .job(let read) = try await provider.read([job.id], .steps).first else {
      throw CocoaError(.featureUnsupported)
    }
    return read
  }
}

extension DTSFixture {
  /// A clock that a test sets.
  final class Clock: Sendable {
    private let offset = Mutex(0.0)

    var now: Date { offset.withLock { DTSFixture.time.addingTimeInterval($0) } }

    func advance(by seconds: Double) { offset.withLock { $0 += seconds } }
  }

  private final class Nonces: Sendable {
    private let count = Mutex(0)

    func next() -> String {
      count.withLock {
        $0 += 1
        return "nonce-\($0)"
      }
    }
  }
}
