internal import AsyncHTTPClient
internal import MigrationAPI
internal import MigrationModel
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPCompression
internal import NIOPosix
internal import NIOSSL

extension ProviderError {
  /// What a failed exchange means to a person.
  init(transport error: any Error, call: HTTPCall) {
    let place = call.base.authority
    func made(_ kind: Kind, _ message: String) -> ProviderError {
      ProviderError(kind, message: ServiceText.clean(message), call: call.name)
    }
    func cut() -> ProviderError {
      var error = made(.unreachable, "\(place) cut the connection")
      error.isCut = true
      return error
    }
    switch error {
    case let error as HTTPClientError where error == .remoteConnectionClosed: self = cut()
    case let error as HTTPClientError: self = Self.of(error, call, made)
    case is NIOTooManyBytesError, NIOHTTPDecompression.DecompressionError.limit:
      self = made(.malformed, "the answer is larger than \(call.largestAnswer >> 20) MiB")
      isTooLarge = true
    case let error as NIOConnectionError: self = Self.of(error, place, made)
    case let error as NIOSSLError: self = made(.tls, "TLS with \(place): \(error)")
    case let error as NIOSSLExtraError: self = made(.tls, "TLS with \(place): \(error.description)")
    case let error as IOError where error.errnoCode == 111:
      self = made(.unreachable, "\(place) refuses the connection")
    case let error as IOError where [32, 104].contains(error.errnoCode): self = cut()
    case let error as IOError: self = made(.unreachable, "\(place): \(error)")
    case is NIOHTTPDecompression.DecompressionError:
      self = made(.malformed, "the answer's compression is broken")
    case HTTPParserError.invalidEOFState: self = cut()
    case is HTTPParserError:
      self = made(.unreachable, "\(place) does not answer in HTTP")
    case is ChannelError: self = cut()
    case is CancellationError: self = made(.unreachable, "the call was cancelled")
    default: self = made(.unreachable, "\(place): \(error)")
    }
  }

  private typealias Maker = (Kind, String) -> ProviderError

  private static func of(
    _ error: HTTPClientError, _ call: HTTPCall, _ made: Maker
  ) -> ProviderError {
    switch error {
    case .deadlineExceeded, .connectTimeout, .readTimeout, .writeTimeout,
      .tlsHandshakeTimeout, .getConnectionFromPoolTimeout:
      made(.timedOut, "no answer from \(call.base.authority) within \(Wording.limit(call.timeout))")
    case .cancelled: made(.unreachable, "the call was cancelled")
    default: made(.unreachable, "\(call.base.authority): \(error.shortDescription)")
    }
  }

  private static func of(
    _ error: NIOConnectionError, _ place: String, _ made: Maker
  ) -> ProviderError {
    if error.dnsAError != nil || error.dnsAAAAError != nil, error.connectionErrors.isEmpty {
      return made(.unreachable, "the name of \(place) is not known")
    }
    if let inner = error.connectionErrors.first?.error as? IOError, inner.errnoCode == 111 {
      return made(.unreachable, "\(place) refuses the connection")
    }
    return made(.unreachable, "\(place) cannot be reached")
  }
}
