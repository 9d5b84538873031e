import MigrationAnalysis
package import MigrationModel

/// A source as every output tells it.
package struct SourceReport: Hashable, Sendable {
  package let state: SourceState
  package let now: Moment
  private let remedies: RemedyCatalogue

  package init(_ state: SourceState, now: Moment, remedies: RemedyCatalogue = .empty) {
    self.state = state
    self.now = now
    self.remedies = remedies
  }

  package var name: String { state.source.name }

  /// A word for the title line: `ok`, `auth`, `429`, `down`.
  package var badge: String {
    guard let error = state.error, state.health != .ok else {
      return state.health == .unknown ? "asking" : state.health.rawValue
    }
    return switch error.kind {
    case .unreachable: "down"
    case .timedOut: "slow"
    case .tls: "tls"
    case .unauthorised: "auth"
    case .throttled: error.status.map(String.init) ?? "429"
    case .unavailable: error.status.map(String.init) ?? "5xx"
    case .rejected: error.status.map(String.init) ?? "denied"
    case .malformed: "garbled"
    }
  }

  /// What the badge is followed by where there is room: how old the data is, or when it tries again.
  package var badgeDetail: String {
    if state.error?.kind == .throttled, let wait = untilNext {
      return "next \(Wording.longAge(wait))"
    }
    return lastSuccessAge.map(Wording.longAge) ?? ""
  }

  package var lastSuccessAge: Duration? { state.lastSuccess.map { now.uptime - $0.uptime } }

  /// Until the next call; `nil` if it waits for new credentials or the user.
  package var untilNext: Duration? { state.nextCallAt.map { max(.zero, $0.uptime - now.uptime) } }

  package var lastSuccessWord: String { lastSuccessAge.map(Wording.longAge) ?? Wording.absent }

  package var nextWord: String {
    state.isSilent ? Wording.absent : untilNext.map(Wording.longAge) ?? Wording.absent
  }

  package var latencyWord: String {
    state.connection.latency.map(Wording.latency) ?? Wording.absent
  }

  package var callsWord: String { "\(state.callsLastMinute)/\(state.callsPerMinute)" }

  package var clockWord: String {
    guard let offset = state.connection.clockOffset else { return Wording.absent }
    let isSmall = abs(offset / .seconds(1)) < 10
    return isSmall ? Wording.clockOffset(offset) : Wording.wholeClockOffset(offset)
  }

  /// `clock +37s` where the offset is more than two seconds: times of the service and of this machine differ by it.
  package var clockWarning: String? {
    guard let offset = state.connection.clockOffset, ServiceMoment.shownOffset(offset) != .zero
    else { return nil }
    return "clock \(Wording.wholeClockOffset(offset))"
  }

  /// How far from the truth the offset may be; `nil` where it is not known.
  ///
  /// An HTTP `Date` has whole seconds, and was written at some time between question and answer.
  package var clockUncertainty: Duration? {
    guard state.connection.clockOffset != nil else { return nil }
    return state.connection.latency.map { .milliseconds(500) + $0 / 2 }
  }

  /// What the catalogue says of the trouble; `nil` without trouble, or if it does not know it.
  package var knownRemedy: Remedy? {
    state.error.flatMap { remedies.remedy(for: $0, service: state.source.service) }
  }

  /// What a person can do about the trouble; empty without trouble.
  package var remedy: String {
    guard let error = state.error else { return "" }
    if let remedy = knownRemedy { return remedy.action }
    return switch error.kind {
    case .unreachable:
      "check that the service runs and that this host can reach \(state.source.endpoint)"
    case .timedOut:
      "the service is slow or a firewall drops packets: see timeout in the configuration"
    case .tls: "check the certificate; a private root goes into ca_file"
    case .unauthorised:
      "renew the credentials where the configuration points; migtop looks there again by itself"
    case .throttled: "give migtop a user of its own, or lower calls_per_minute"
    case .unavailable: "the service has trouble of its own; migtop tries again"
    case .rejected: "grant the permission for this call, or correct the configuration"
    case .malformed:
      "something between here and the service answers in its place: check the endpoint and proxies"
    }
  }
}
