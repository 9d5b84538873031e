import MigrationModel
import MigrationWatch

/// One thing that somebody should look at, and why.
struct AttentionLine {
  private let state: ShownState
  private let word: String
  private let name: String
  private let reason: String
  /// How long it is so; `nil` if nobody saw it begin.
  private let age: Duration?

  /// - Returns: `nil` for what is gone by now.
  init?(_ item: FleetAttention.Item, _ model: DashboardViewModel) {
    switch item {
    case .job(let id):
      guard let report = model.job(id) else { return nil }
      self.init(report, model)
    case .staleJobs(let source, let count, let readAt, let since):
      self.init(
        state: .stale, word: ShownState.stale.word, name: "\(count) jobs of \(source)",
        reason: "data of \(Wording.timeOfDay(readAt))", age: model.now.uptime - since.uptime)
    case .source(let name):
      guard let source = model.sources.first(where: { $0.name == name }) else { return nil }
      self.init(source, model)
    }
  }

  private init(state: ShownState, word: String, name: String, reason: String, age: Duration?) {
    self.state = state
    self.word = word
    self.name = name
    self.reason = reason
    self.age = age
  }

  private init(_ report: JobReport, _ model: DashboardViewModel) {
    state = report.state
    word = state.word
    name = model.title(of: report.job)
    reason = Self.reason(for: report, model)
    age = report.record.beginning(at: model.now).map { model.now.uptime - $0.uptime }
  }

  private init(_ source: SourceReport, _ model: DashboardViewModel) {
    state = ShownState(source.state.health)
    word = source.badge
    name = source.name
    reason =
      if source.state.error?.kind == .throttled, let wait = source.untilNext {
        "next try in \(Wording.longAge(wait))"
      } else {
        source.state.error?.message ?? source.state.errorText
      }
    age = source.state.troubleSince.map { model.now.uptime - $0.uptime }
  }

  func draw(on canvas: inout Canvas, row: Int) {
    let columns = canvas.size.columns
    canvas.write(state.glyph, row: row, column: 0, style: state.style)
    canvas.write(word, row: row, column: 2, style: state.style, width: 5)
    canvas.write(name, row: row, column: 8, width: 18)
    canvas.writeSentence(reason, row: row, column: 27, style: .muted, width: columns - 27 - 5)
    canvas.writeNumber(
      age.map(Wording.age) ?? "", row: row, column: columns - 4, width: 4, style: .muted)
  }

  static func reason(for report: JobReport, _ model: DashboardViewModel) -> String {
    switch report.state {
    case .stalled:
      let since = report.stalledSince.map { " since \(Wording.timeOfDay($0))" }
      return
        "\(report.percentWord == Wording.absent ? "nothing moves" : report.percentWord)\(since ?? "")"
    case .stale:
      return "data of \(Wording.timeOfDay(report.serviceTime(ofOurs: report.job.observedAt)))"
    case .failed, .warning, .unknown, .running, .paused, .pending, .stopped, .done:
      return [lag(of: report, model), cause(of: report)].compactMap(\.self).joined(separator: ", ")
    }
  }

  /// A lag that is past a threshold says more than most errors.
  private static func lag(of report: JobReport, _ model: DashboardViewModel) -> String? {
    switch model.severity(of: report) {
    case .warning, .critical: "lag \(report.lagWord)"
    case .absent, .normal: nil
    }
  }

  private static func cause(of report: JobReport) -> String {
    report.errors.first?.causeAndSymptom.cause ?? "status \(report.job.nativeStatus)"
  }
}
