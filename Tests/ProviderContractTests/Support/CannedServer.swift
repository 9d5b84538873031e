import MigrationAPI
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization
import Testing

/// Answers whatever arrives with the same bytes, and closes.
struct CannedServer {
  let base: BaseURL
  private let arrivals: Arrivals

  /// What arrived, a text a connection.
  var requests: [String] { arrivals.texts.withLock { $0 } }

  static func with(
    _ answer: String, _ body: (CannedServer) async throws -> Void
  ) async throws {
    try await with(bytes: Array(answer.utf8), body)
  }

  /// - Parameter tls: What the server shows of itself; `nil` for plain HTTP.
  static func with(
    bytes answer: [UInt8], tls: NIOSSLContext? = nil,
    _ body: (CannedServer) async throws -> Void
  ) async throws {
    let arrivals = Arrivals()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls))
          }
          try channel.pipeline.syncOperations.addHandler(Answering(answer, arrivals))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let port = try #require(channel.localAddress?.port)
    let base = try #require(BaseURL("\(tls == nil ? "http" : "https")://127.0.0.1:\(port)"))
    do {
      try await body(CannedServer(base: base, arrivals: arrivals))
    } catch {
      try await channel.close()
      throw error
    }
    try await channel.close()
  }

  private final class Arrivals: Sendable {
    let texts = Mutex<[String]>([])
  }

  private final class Answering: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let answer: [UInt8]
    private let arrivals: Arrivals

    init(_ answer: [UInt8], _ arrivals: Arrivals) {
      self.answer = answer
      self.arrivals = arrivals
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let text = String(buffer: unwrapInboundIn(data))
      arrivals.texts.withLock { $0.append(text) }
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: answer)), promise: nil)
      context.close(promise: nil)
    }
  }
}
