import MigrationModel

extension DRS {
  /// The codes that a client treats in a way of their own.
  enum ErrorCode: String {
    case noSuchAPI = "0101"
    case gatewayUnauthorised = "0301"
    case gatewayForbidden = "0302"
    case gatewayThrottled = "0308"
    case emptyResult = "M00002"
    case abnormal = "M00004"
    case invalidParameter = "M00007"
    case invalidToken = "M00100"
    case noRole = "M00101"
    case noPermission = "M00102"
    case noOperationPermission = "M00103"
    case userRestricted = "M00105"
    case invalidPage = "M00210"
    case pageTooHigh = "M00211"
    case invalidProject = "M00261"
    case noSuchTask = "M00289"
    /// The call is not for tasks in this status.
    case wrongStatus = "M00304"
    case tooFrequent = "M01503"
    /// Sent with a status of success: another operation is under way.
    case busy = "M01504"
    case taskNotFound = "M05003"
    case taskDeleted = "M05004"

    /// Reads the part behind the family: old pages write `DRS-M00201`, and the gateway is `APIGW`
    /// or `APIG`.
    init?(_ code: String?) {
      guard let number = code?.split(whereSeparator: { ".-".contains($0) }).last else { return nil }
      self.init(rawValue: number.trimmed.uppercased())
    }
  }
}

extension DRS.ErrorCode {
  /// `nil` where the HTTP status tells.
  var kind: ProviderError.Kind? {
    switch self {
    case .gatewayUnauthorised, .invalidToken: .unauthorised
    case .gatewayThrottled, .tooFrequent: .throttled
    case .abnormal, .busy: .unavailable
    case .noSuchAPI, .gatewayForbidden, .emptyResult, .invalidParameter, .noRole, .noPermission,
      .noOperationPermission, .userRestricted, .invalidPage, .pageTooHigh, .invalidProject,
      .noSuchTask, .wrongStatus, .taskNotFound, .taskDeleted:
      .rejected
    }
  }

  /// Whether there is no such task, or none any more.
  var meansMissing: Bool { self == .noSuchTask || self == .taskNotFound || self == .taskDeleted }

  /// Whether the call, not a task in it, is refused: fewer tasks would change nothing.
  var concernsWholeCall: Bool {
    switch self {
    case .noSuchAPI, .gatewayUnauthorised, .gatewayForbidden, .gatewayThrottled, .abnormal,
      .invalidToken, .noRole, .noPermission, .noOperationPermission, .userRestricted,
      .invalidPage, .pageTooHigh, .invalidProject, .tooFrequent, .busy:
      true
    case .emptyResult, .invalidParameter, .noSuchTask, .wrongStatus, .taskNotFound, .taskDeleted:
      false
    }
  }
}

extension ProviderError {
  var meansMissingTask: Bool { DRS.ErrorCode(code)?.meansMissing == true }

  /// Whether one task among several may be why the service refused them all.
  var mayConcernOneTask: Bool {
    guard kind == .rejected, !isPermission, status == 400 || status == 404 || status == 422 else {
      return false
    }
    if let known = DRS.ErrorCode(code) { return !known.concernsWholeCall }
    guard let code = code?.uppercased() else { return status == 400 }
    return !code.hasPrefix("APIG")
  }
}
