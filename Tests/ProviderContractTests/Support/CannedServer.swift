import MigrationAPI
import NIOCore
import NIOPosix
import Synchronization
import Testing

/// Answers whatever arrives with the same bytes, and closes.
struct CannedServer {
  let base: BaseURL
  private let arrivals: Arrivals

  var arrived: Int { arrivals.count.withLock { $0 } }

  static func with(
    _ answer: String, _ body: (CannedServer) async throws -> Void
  ) async throws {
    let arrivals = Arrivals()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Answering(answer, arrivals))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let port = try #require(channel.localAddress?.port)
    let base = try #require(BaseURL("http://127.0.0.1:\(port)"))
    do {
      try await body(CannedServer(base: base, arrivals: arrivals))
    } catch {
      try await channel.close()
      throw error
    }
    try await channel.close()
  }

  private final class Arrivals: Sendable {
    let count = Mutex(0)
  }

  private final class Answering: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let answer: String
    private let arrivals: Arrivals

    init(_ answer: String, _ arrivals: Arrivals) {
      self.answer = answer
      self.arrivals = arrivals
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      arrivals.count.withLock { $0 += 1 }
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
      context.close(promise: nil)
    }
  }
}
