import Foundation
import HTTPTransport
import MigrationAPI
import MigrationModel
import NIOSSL
import Testing

/// Servers whose certificates come from a root that no system knows: one is good for 127.0.0.1, one is not.
@Suite(.timeLimit(.minutes(2))) struct `TLS` {
  @Test func `a private root is trusted if the configuration names it`() async throws {
    try await Self.withServer { base in
      let reply = try await Self.transport(trusting: "root").send(Self.call(base))
      #expect(reply.status == 200)
    }
  }

  @Test func `a root that nobody named is not`() async throws {
    try await Self.withServer { base in
      let transport = try AsyncHTTPTransport(version: "test")
      let error = try #require(
        await #expect(throws: ProviderError.self) { _ = try await transport.send(Self.call(base)) })
      #expect(error.kind == .tls)
      #expect(error.message.contains("CERTIFICATE_VERIFY_FAILED"), "\(error.message)")
    }
  }

  @Test func `a certificate of another name is not, whatever its root`() async throws {
    try await Self.withServer("stranger") { base in
      let transport = try Self.transport(trusting: "root")
      let error = try #require(
        await #expect(throws: ProviderError.self) { _ = try await transport.send(Self.call(base)) })
      #expect(error.kind == .tls, "\(error.message)")
    }
  }

  @Test func `a file without a certificate is named`() throws {
    let error = #expect(throws: ProviderError.self) { try Self.transport(trusting: "server.key") }
    #expect(error?.kind == .tls)
    #expect(error?.message.contains("server.key.pem holds no certificate") == true)
  }

  private static func call(_ base: BaseURL) -> HTTPCall {
    HTTPCall(name: "GET /", method: .get, base: base, path: "/", timeout: .seconds(60))
  }

  private static func transport(trusting name: String) throws -> AsyncHTTPTransport {
    try AsyncHTTPTransport(version: "test", certificateFile: file(name))
  }

  private static func withServer(
    _ name: String = "server", _ body: (BaseURL) async throws -> Void
  ) async throws {
    let chain = try NIOSSLCertificate.fromPEMFile(file(name)).map {
      NIOSSLCertificateSource.certificate($0)
    }
    let key = try NIOSSLPrivateKey(file: file("\(name).key"), format: .pem)
    let context = try NIOSSLContext(
      configuration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key))
    )
    let answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
    try await CannedServer.with(bytes: Array(answer.utf8), tls: context) { server in
      try await body(server.base)
    }
  }

  private static func file(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Certificates/\(name).pem").path()
  }
}
