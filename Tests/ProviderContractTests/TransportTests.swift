import HTTPTransport
import MigrationAPI
import MigrationModel
import Testing

@Suite(.timeLimit(.minutes(2))) struct `The transport` {
  private let transport: AsyncHTTPTransport

  init() throws { transport = try AsyncHTTPTransport(version: "test") }

  private static func call(_ base: BaseURL, timeout: Duration = .seconds(60)) -> HTTPCall {
    HTTPCall(name: "GET /", method: .get, base: base, path: "/api/v1/jobs", timeout: timeout)
  }

  private func failure(_ call: HTTPCall) async throws -> ProviderError {
    try #require(
      await #expect(throws: ProviderError.self) { _ = try await transport.send(call) })
  }

  /// Nobody listens where `tcpmux` once did. The call's time is longer than the test's: a refusal is
  /// told at once.
  @Test func `a port where nobody listens is named`() async throws {
    let base = try #require(BaseURL("http://127.0.0.1:1"))
    let error = try await failure(Self.call(base, timeout: .seconds(600)))
    #expect(error.kind == .unreachable)
    #expect(error.message == "\(base.authority) refuses the connection")
    #expect(error.call == "GET /")
  }

  @Test func `a redirect is an answer and is not followed`() async throws {
    let answer =
      "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"
    try await CannedServer.with(answer) { server in
      let reply = try await transport.send(Self.call(server.base))
      #expect(reply.status == 302)
      #expect(reply.header("location") == "/elsewhere")
      #expect(server.arrived == 1)
    }
  }

  @Test func `an answer above the limit is not kept`() async throws {
    let body = String(repeating: "x", count: 2_000)
    let answer =
      "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
    try await CannedServer.with(answer) { server in
      var call = Self.call(server.base)
      call.largestAnswer = 2_000
      let reply = try await transport.send(call)
      #expect(reply.body.count == 2_000)
      call.largestAnswer = 1_999
      let error = try await failure(call)
      #expect(error.kind == .malformed)
    }
  }

  @Test(arguments: ["SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"])
  func `what is no HTTP, or breaks off, is out of reach`(_ answer: String) async throws {
    try await CannedServer.with(answer) { server in
      let error = try await failure(Self.call(server.base))
      #expect(error.kind == .unreachable)
      #expect(error.message.hasPrefix(server.base.authority), "\(error.message)")
    }
  }

  @Test func `a server that speaks no TLS is told apart from one that is out of reach`()
    async throws
  {
    try await CannedServer.with("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n") { server in
      let base = try #require(BaseURL("https://\(server.base.authority)"))
      let error = try await failure(Self.call(base))
      #expect(error.kind == .tls, "\(error.message)")
      #expect(error.message.contains(base.authority))
    }
  }
}
