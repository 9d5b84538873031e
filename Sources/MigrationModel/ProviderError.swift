/// Why a source could not be read. The kind decides what happens next, the rest is for people.
package struct ProviderError: Error, Hashable, Sendable {
  /// One case for each different reaction.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Refused, unknown host, cut.
    case unreachable
    case timedOut
    case tls
    /// Keys, tokens, clock skew: 401 and the services' own codes.
    case unauthorised
    /// 429 and the services' own codes.
    case throttled
    /// 5xx, HTML or not.
    case unavailable
    /// Other 4xx, a missing permission, a redirect (never followed).
    case rejected
    /// A 2xx answer that is not what it should be, HTML included.
    case malformed
  }

  package var kind: Kind
  /// The service's error code, for example `Throttling.User`.
  package var code: String?
  /// What happened, in one cleaned line.
  package var message: String
  /// The HTTP status; `nil` if there was no answer.
  package var status: Int?
  /// The call that failed, for example `ListJobStep` or `POST jobs/batch-status`.
  package var call: String?
  /// The service's id of the request, for a support ticket.
  package var requestID: String?
  /// How long the service asks to wait; `nil` if it does not say.
  package var retryAfter: Duration?
  /// The connection stood and ended without a whole answer, as an idle one does that the service closes just
  /// then. Every call only reads, so that one more try is safe.
  package var isCut = false
  /// The answer was larger than can be taken in: a smaller part of the same may be.
  package var isTooLarge = false

  /// Whether a missing permission forbids the call: asking again soon changes nothing.
  package var isPermission: Bool { kind == .rejected && (status == 401 || status == 403) }

  package init(
    _ kind: Kind,
    code: String? = nil,
    message: String,
    status: Int? = nil,
    call: String? = nil,
    requestID: String? = nil,
    retryAfter: Duration? = nil
  ) {
    self.kind = kind
    self.code = code
    self.message = message
    self.status = status
    self.call = call
    self.requestID = requestID
    self.retryAfter = retryAfter
  }
}
