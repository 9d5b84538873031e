/// A trouble that can be asked for, by the word in which it is asked for.
package enum FaultKind: String, CaseIterable, Sendable, Decodable {
  case throttle, expire, unauthorized, hang, slow, reset, truncate, html, empty, serverError
  case staleScrape, clockSkew

  /// What a connection suffers, whatever the service.
  static let ofConnection: Set<FaultKind> = [.hang, .slow, .reset, .truncate]
  /// What any service can have.
  static let ofEveryService = ofConnection.union([.html, .empty, .serverError, .clockSkew])
}
