import MigrationAPI
import MigrationModel
import Synchronization

/// Keeps the text of every answer that it passes on.
final class RecordingTransport: HTTPTransport {
  private let transport: any HTTPTransport
  private let texts = Mutex<[String]>([])

  init(_ transport: any HTTPTransport) { self.transport = transport }

  var answers: [String] { texts.withLock { $0 } }

  func send(_ call: HTTPCall) async throws(ProviderError) -> HTTPReply {
    let reply = try await transport.send(call)
    texts.withLock { $0.append(reply.text) }
    return reply
  }
}
