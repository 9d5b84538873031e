internal import AsyncHTTPClient
package import MigrationAPI
package import MigrationModel
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPCompression
internal import NIOPosix
internal import NIOSSL

/// Sends calls with async-http-client: the one place that knows it.
///
/// TLS is always verified, redirects are answers, and one event loop is enough for a few calls a second.
package final class AsyncHTTPTransport: HTTPTransport {
  private let client: HTTPClient
  private let userAgent: String

  /// - Parameters:
  ///   - certificateFile: A PEM file of roots trusted beside those of the system.
  /// - Throws: `tls` if the file holds no certificate.
  package init(version: String, certificateFile: String? = nil) throws(ProviderError) {
    var configuration = HTTPClient.Configuration()
    configuration.redirectConfiguration = .disallow
    // Else a refused connection is tried again in silence until the request times out.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.decompression = .enabled(limit: .size(64 << 20))
    if let certificateFile {
      configuration.tlsConfiguration = try Self.tls(trusting: certificateFile)
    }
    client = HTTPClient(
      eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup.singleton),
      configuration: configuration)
    userAgent = "migtop/\(version)"
  }

  /// The client insists on being shut down before it is freed, which takes a while: it outlives this object.
  deinit { client.shutdown { _ in } }

  package func send(_ call: HTTPCall) async throws(ProviderError) -> HTTPReply {
    let started = ContinuousClock.now
    do {
      var reply = try await exchange(call)
      reply.took = ContinuousClock.now - started
      return reply
    } catch {
      throw ProviderError(transport: error, call: call)
    }
  }

  /// The deadline of async-http-client ends with the head of the answer: a body that drips is cut off here.
  private func exchange(_ call: HTTPCall) async throws -> HTTPReply {
    let client = client
    let request = request(for: call)
    return try await withThrowingTaskGroup(of: HTTPReply.self) { group in
      group.addTask {
        let deadline = NIODeadline.now() + .nanoseconds(Int64(call.timeout / .nanoseconds(1)))
        let response = try await client.execute(request, deadline: deadline)
        let body = try await response.body.collect(upTo: call.largestAnswer)
        return HTTPReply(
          status: Int(response.status.code),
          headers: response.headers.map { HTTPCall.Header($0.name, $0.value) },
          body: Array(body.readableBytesView))
      }
      group.addTask {
        try await Task.sleep(for: call.timeout)
        throw HTTPClientError.deadlineExceeded
      }
      defer { group.cancelAll() }
      guard let reply = try await group.next() else { throw HTTPClientError.cancelled }
      return reply
    }
  }

  private func request(for call: HTTPCall) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: call.url)
    request.method = call.method == .get ? .GET : .POST
    for header in call.headers { request.headers.add(name: header.name, value: header.value) }
    request.headers.replaceOrAdd(name: "User-Agent", value: userAgent)
    // The client unpacks what it gets, but does not ask for it.
    request.headers.replaceOrAdd(name: "Accept-Encoding", value: "gzip")
    if call.method == .post || !call.body.isEmpty { request.body = .bytes(call.body) }
    return request
  }

  private static func tls(trusting file: String) throws(ProviderError) -> TLSConfiguration {
    do {
      var tls = TLSConfiguration.makeClientConfiguration()
      tls.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(file))]
      return tls
    } catch {
      throw ProviderError(
        .tls, message: "\(file) holds no certificate in PEM form: correct ca_file")
    }
  }
}
