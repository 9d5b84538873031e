import Hummingbird
import NIOCore

#if canImport(Glibc)
import struct Glibc.linger
#elseif canImport(Musl)
import struct Musl.linger
#elseif canImport(Darwin)
import struct Darwin.linger
#endif

/// What a fault does to a connection.
///
/// All waiting is a task's sleep, which ends when the server is stopped.
struct ConnectionTrouble {
  /// Ends the connection without an answer.
  struct Dropped: Error {}

  private let fault: Fault
  private let channel: any Channel

  init(_ fault: Fault, _ channel: any Channel) {
    self.fault = fault
    self.channel = channel
  }

  /// The response as the client gets it, if it gets one.
  func spoil(_ response: Response, body: String) async throws -> Response {
    switch fault.kind {
    case .hang:
      try await Task.sleep(for: fault.milliseconds.map { .milliseconds($0) } ?? .seconds(86_400))
      throw Dropped()
    case .slow:
      try await Task.sleep(for: .milliseconds(fault.milliseconds ?? 2_000))
      return response
    case .reset:
      // Without lingering, a close is sent as RST.
      let options = channel as? any SocketOptionProvider
      try await options?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
      try await channel.close()
      throw Dropped()
    case .truncate:
      return truncated(response, body: Array(body.utf8))
    case .throttle, .expire, .unauthorized, .html, .empty, .serverError, .staleScrape, .clockSkew:
      return response
    }
  }

  /// Promises the whole body and sends half of it.
  private func truncated(_ response: Response, body: [UInt8]) -> Response {
    let half = ByteBuffer(bytes: body.prefix(body.count / 2))
    var response = response
    response.body = ResponseBody(contentLength: body.count) { writer in
      try await writer.write(half)
      throw Dropped()
    }
    return response
  }
}
