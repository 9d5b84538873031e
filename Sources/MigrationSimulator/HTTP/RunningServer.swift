import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

#if canImport(Glibc)
import let Glibc.EADDRINUSE
#elseif canImport(Musl)
import let Musl.EADDRINUSE
#elseif canImport(Darwin)
import let Darwin.EADDRINUSE
#endif

/// One bound port that answers until it is stopped.
struct RunningServer: Sendable {
  let port: Int
  private let task: Task<Void, any Error>

  /// Returns when the port is bound.
  static func start(
    _ responder: ServiceResponder, host: String, port: Int
  ) async throws -> RunningServer {
    let bound = AsyncThrowingStream.makeStream(of: Int.self)
    let server = server(responder, address: .hostname(host, port: port)) { channel in
      bound.continuation.yield(channel.localAddress?.port ?? port)
    }
    let task = Task {
      do {
        try await server.run()
        bound.continuation.finish()
      } catch {
        bound.continuation.finish(throwing: error)
        throw error
      }
    }
    do {
      for try await port in bound.stream { return RunningServer(port: port, task: task) }
    } catch {
      throw SimulatorError.cannotListen(host: host, port: port, reason: reason(of: error))
    }
    throw SimulatorError.cannotListen(host: host, port: port, reason: "stopped at once")
  }

  /// Ends the connections, whatever they wait for.
  func stop() async {
    task.cancel()
    _ = await task.result
  }

  private static func reason(of error: any Error) -> String {
    guard let error = error as? IOError, error.errnoCode == EADDRINUSE else {
      return String(describing: error)
    }
    return "the port is in use; choose another"
  }

  /// Hummingbird's `Application` would put a date of its own over the one that the service shows.
  private static func server(
    _ responder: ServiceResponder, address: BindAddress,
    onServerRunning: @escaping @Sendable (any Channel) async -> Void
  ) -> Server<HTTP1Channel> {
    // Silent: anything on the standard streams would stand in the middle of a dashboard.
    let logger = Logger(label: "simulator") { _ in SwiftLogNoOpLogHandler() }
    let channel = HTTP1Channel { request, writer, channel in
      let source = ApplicationRequestContextSource(channel: channel, logger: logger)
      let response = try await responder.respond(
        to: request, context: SimulatorRequestContext(source: source))
      try await writer.write(response: response.head, body: response.body)
    }
    return Server(
      childChannelSetup: channel, configuration: ServerConfiguration(address: address),
      onServerRunning: onServerRunning, eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
      logger: logger)
  }
}
