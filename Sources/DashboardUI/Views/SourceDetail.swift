import MigrationModel
import MigrationWatch

/// Everything known of one source.
struct SourceDetail {
  let source: SourceReport
  let jobs: Int

  private static let margin = 9

  struct Line: Hashable {
    let label: String
    let text: String
    let style: Style
  }

  func draw(on canvas: inout Canvas) {
    let inside = canvas.box(
      title: "selected: \(source.name)", style: .muted, titleStyle: .title)
    canvas.draw(in: inside) { canvas in
      for (row, line) in lines(canvas.size.columns).enumerated() {
        canvas.write(line.label, row: row, column: 0, style: .muted)
        canvas.write(line.text, row: row, column: Self.margin, style: line.style)
      }
    }
  }

  /// Its facts, broken to a width.
  func lines(_ width: Int) -> [Line] {
    facts.flatMap { fact in
      Wrapping.lines(fact.text, width: width - Self.margin).enumerated().map { number, text in
        Line(label: number == 0 ? fact.label : "", text: text, style: fact.style)
      }
    }
  }

  private var facts: [Line] {
    let state = source.state
    func line(_ label: String, _ text: String, _ style: Style = Style()) -> Line {
      Line(label: label, text: text, style: style)
    }
    var facts = [
      line("endpoint", state.source.endpoint), line("auth", state.source.authentication),
      line("health", health, ShownState(state.health).style), line("last ok", lastSuccess),
    ]
    if let error = state.error {
      facts += errorLines(error).map { line($0.0, $0.1, $0.2) }
      if let cause = source.knownRemedy?.cause { facts.append(line("cause", cause)) }
      facts.append(line("to do", source.remedy))
    }
    if let version = state.connection.version { facts.append(line("version", version)) }
    facts += state.connection.warnings.map { line("note", $0, Style(tone: .warning)) }
    if !state.missingJobs.isEmpty {
      let missing = state.missingJobs.joined(separator: ", ")
      facts.append(line("missing", missing, Style(tone: .warning)))
    }
    return facts + [
      line("next", next),
      line("calls", "\(state.callsLastMinute) of \(state.callsPerMinute) in the last minute"),
      line("clock", "\(source.clockWord)   latency \(source.latencyWord)"),
    ]
  }

  private func errorLines(_ error: ProviderError) -> [(String, String, Style)] {
    let head = [error.status.map(String.init), error.code].compactMap { $0 }
    let call = [error.call, error.requestID.map { "request \($0)" }].compactMap { $0 }
    let texts: [(String, Style)] = [
      (head.joined(separator: " "), Style(tone: .bad)), (error.message, Style(tone: .bad)),
      (call.joined(separator: ", "), .muted),
    ].filter { !$0.0.isEmpty }
    return texts.enumerated().map { ($0 == 0 ? "error" : "", $1.0, $1.1) }
  }

  /// `X failing: unauthorised since 14:16:45Z (6m22s)`.
  var health: String {
    let state = source.state
    let word = "\(ShownState(state.health).glyph) \(state.health.rawValue)"
    guard let since = state.troubleSince else { return word }
    let kind = state.error.map { ": \($0.kind.rawValue)" } ?? ""
    let age = Wording.longAge(source.now.uptime - since.uptime)
    return "\(word)\(kind) since \(Wording.clock(since.date)) (\(age))"
  }

  private var lastSuccess: String {
    guard let last = source.state.lastSuccess else { return "never" }
    let old = source.state.health == .ok ? "" : "; \(jobs) jobs keep that data"
    return "\(Wording.clock(last.date)) (\(source.lastSuccessWord) ago)\(old)"
  }

  var next: String {
    if source.state.isSilent { return "no call until the credentials change, or r is pressed" }
    guard let at = source.state.nextCallAt else { return Wording.absent }
    return "\(Wording.clock(at.date)), in \(source.nextWord)"
  }
}
