import Foundation
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
      #expect(server.requests.count == 1)
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

  @Test func `an answer is asked for packed, and the program says who it is`() async throws {
    try await CannedServer.with("HTTP/1.1 204 No Content\r\n\r\n") { server in
      _ = try await transport.send(Self.call(server.base))
      let lines = try #require(server.requests.first).split(separator: "\r\n")
      #expect(lines.contains("Accept-Encoding: gzip"))
      #expect(lines.contains("User-Agent: migtop/test"))
    }
  }

  @Test func `a packed answer is unpacked, and cannot unpack to more than the limit`() async throws
  {
    let packed = try #require(Data(base64Encoded: Self.thousandLetters))
    let head =
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n"
    try await CannedServer.with(bytes: Array(head.utf8) + packed) { server in
      var call = Self.call(server.base)
      let reply = try await transport.send(call)
      #expect(reply.text == String(repeating: "a", count: 1_000))
      call.largestAnswer = 999
      let error = try await failure(call)
      #expect(error.kind == .malformed)
    }
  }

  /// A thousand times the letter a, in gzip's form.
  private static let thousandLetters = "H4sIAAAAAAACA0tMHAWjYBQMdwAAA9o4mugDAAA="

  @Test(arguments: ["SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"])
  func `what is no HTTP, or breaks off, is out of reach`(_ answer: String) async throws {
    try await CannedServer.with(answer) { server in
      let error = try await failure(Self.call(server.base))
      #expect(error.kind == .unreachable)
      // One more try is of use for a connection that was cut, not for a server of another kind.
      #expect(error.isCut == answer.hasPrefix("HTTP"))
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
