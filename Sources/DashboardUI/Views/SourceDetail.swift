import MigrationModel
import MigrationWatch

/// Everything known of one source.
struct SourceDetail {
  private let source: SourceReport
  private let jobs: Int
  /// As the terminal can show it; empty where none is bound.
  private let refreshKey: String

  init(_ source: SourceReport, of model: DashboardViewModel, _ glyphs: Glyphs) {
    self.source = source
    jobs = model.jobCount(of: source)
    refreshKey = model.keyWords(.refresh, in: glyphs)
  }

  private var state: SourceState { source.state }

  func draw(on canvas: inout Canvas, trailing: String = "") {
    let inside = canvas.box(
      title: "selected: \(source.name)", trailing: trailing, style: .muted, titleStyle: .title)
    let lines = list.rows(inside.columns)
    canvas.draw(in: inside) { FactList.draw(lines, on: &$0) }
  }

  /// How many rows its box has.
  func rows(_ columns: Int) -> Int { list.rows(columns - 4).count + 2 }

  private var list: FactList { FactList(facts: facts.filter { !$0.text.isEmpty }) }

  /// What is wrong and what to do about it stand first: a low box shows no more.
  private var facts: [FactList.Fact] {
    typealias Fact = FactList.Fact
    let warning = Style(tone: .warning)
    let health = Fact(label: "health", text: health, style: ShownState(state.health).style)
    return [health] + errorFacts + [
      Fact(label: "to do", text: source.remedy),
      Fact(label: "cause", text: source.knownRemedy?.cause ?? ""),
      Fact(label: "tried", text: tried),
      Fact(
        label: "missing", text: state.missingJobs.joined(separator: ", "), style: warning),
      Fact(label: "next", text: next), Fact(label: "last ok", text: lastSuccess),
      Fact(label: "endpoint", text: state.source.endpoint),
      Fact(label: "auth", text: authentication), Fact(label: "calls", text: calls),
      Fact(label: "clock", text: clock),
      Fact(label: "version", text: state.connection.version ?? ""),
    ] + state.connection.warnings.map { Fact(label: "note", text: $0, style: warning) }
  }

  private var authentication: String {
    let place = state.source.credentials.map { ", read from \($0)" } ?? ""
    return state.source.authentication + place
  }

  private var errorFacts: [FactList.Fact] {
    guard let error = state.error else {
      guard let last = state.lastFailure else { return [] }
      let text = "\(Self.head(last.error)) at \(Wording.clock(last.at.date)), over"
      return [FactList.Fact(label: "error", text: text, style: .muted)]
    }
    let call = [error.call, error.requestID.map { "request \($0)" }].compactMap(\.self)
    let lines: [(String, Style)] = [
      (Self.head(error), Style(tone: .bad)), (error.message, Style(tone: .bad)),
      (call.joined(separator: ", "), .muted),
    ]
    return lines.filter { !$0.0.isEmpty }.enumerated().map { number, line in
      // A blank label keeps the lines below each other.
      FactList.Fact(label: number == 0 ? "error" : " ", text: line.0, style: line.1)
    }
  }

  private static func head(_ error: ProviderError) -> String {
    let words = [error.status.map(String.init), error.code].compactMap(\.self)
    return words.isEmpty ? error.kind.rawValue : words.joined(separator: " ")
  }

  /// `X failing: unauthorised since 14:16:45Z (6m)`.
  var health: String {
    let word = "\(ShownState(state.health).glyph) \(state.health.rawValue)"
    guard let since = state.troubleSince else { return word }
    let kind = state.error.map { ": \(Self.word(of: $0.kind))" } ?? ""
    let age = Wording.longAge(source.now.uptime - since.uptime)
    return "\(word)\(kind) since \(Wording.clock(since.date)) (\(age))"
  }

  private static func word(of kind: ProviderError.Kind) -> String {
    switch kind {
    case .unreachable, .tls, .unauthorised, .throttled, .unavailable, .rejected, .malformed:
      kind.rawValue
    case .timedOut: "timed out"
    }
  }

  private var lastSuccess: String {
    guard let last = state.lastSuccess else { return "never" }
    let old = state.health == .ok ? "" : "; \(jobs) jobs keep that data"
    return "\(Wording.clock(last.date)) (\(source.lastSuccessWord) ago)\(old)"
  }

  /// What was tried against refused credentials.
  private var tried: String {
    guard state.error?.kind == .unauthorised, let renewal = state.lastRenewal else { return "" }
    let found = renewal.changed ? "others were there" : "the same were there"
    let end = state.isSilent ? ": calls stopped" : ""
    return "credentials read anew at \(Wording.clock(renewal.at.date)), \(found)\(end)"
  }

  var next: String {
    if state.isSilent {
      let key = refreshKey.isEmpty ? "" : ", or \(refreshKey) is pressed"
      return "no call until the credentials change\(key)"
    }
    guard let at = state.nextCallAt else { return Wording.absent }
    let asked = state.error?.retryAfter == nil ? "" : " (as the service asks)"
    return "\(Wording.clock(at.date)), in \(source.nextWord)\(asked)"
  }

  private var calls: String {
    let most = state.calls.most
    let before = most > state.callsLastMinute ? ", at most \(most) in the last hour" : ""
    return "\(state.callsLastMinute) of \(state.callsPerMinute) in the last minute\(before)"
  }

  private var clock: String {
    let limit: String? =
      switch state.source.service {
      case .relationalMigrator: nil
      case .dts, .drs: state.source.authentication.hasPrefix("token") ? nil : "15m"
      }
    let bound = limit.map { " (signatures fail above \($0))" } ?? ""
    // In both kinds of glyphs.
    let doubt = source.clockUncertainty.map { " +-\(Wording.duration($0))" } ?? ""
    return "\(source.clockWord)\(doubt)\(bound)   latency \(source.latencyWord)"
  }
}
