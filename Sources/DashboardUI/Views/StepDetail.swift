import MigrationModel
import MigrationWatch

import struct FoundationEssentials.Date

/// Everything known of the selected step.
struct StepDetail {
  let model: DashboardViewModel
  let report: JobReport
  let tree: StepRows
  let index: Int

  private var row: StepRow { tree.rows[index] }
  private var step: Step { row.step }

  func draw(on canvas: inout Canvas, isWide: Bool) {
    let inside = canvas.box(
      title: row.title, trailing: hint(canvas.glyphs), style: .muted, titleStyle: .title)
    let list = FactList(facts: isWide ? facts(way: " > ") : [state] + facts(way: nil))
    let lines = isWide ? list.rows(inside.columns) : list.blocks(inside.columns)
    canvas.draw(in: inside) { FactList.draw(lines, on: &$0) }
  }

  private func hint(_ glyphs: Glyphs) -> String {
    let key = model.keyWords(.open, in: glyphs)
    guard !key.isEmpty else { return "" }
    if step.error != nil { return "\(key): full error" }
    return switch row.isOpen {
    case true?: "\(key): fold"
    case false?: "\(key): unfold"
    case nil: ""
    }
  }

  private var state: FactList.Fact {
    let shown = ShownState(step.state)
    return .init(
      label: "", text: "\(shown.glyph) \(shown.word)   \(remark)", style: shown.style)
  }

  private var remark: String { step.error == nil ? row.remark : "" }

  /// - Parameter separator: Between the steps on the way; `nil` puts them below each other.
  private func facts(way separator: String?) -> [FactList.Fact] {
    var facts: [FactList.Fact] = []
    func add(_ label: String, _ text: String, _ style: Style = Style(), isLong: Bool = false) {
      guard !text.isEmpty else { return }
      facts.append(.init(label: label, text: text, style: style, isLong: isLong))
    }
    if let error = step.error {
      add("", JobError.text(error.code, error.message), ShownState(step.state).style, isLong: true)
    }
    let remedy = step.error.flatMap { model.remedy(for: $0, of: report.job) }
    add("to do", remedy?.action ?? "", isLong: true)
    add("", step.note ?? "", Style(tone: .warning), isLong: true)
    let way = tree.way(to: index)
    add(
      "path", separator.map(way.joined(separator:)) ?? FactList.stairs(way), isLong: true)
    add("time", time)
    add("left", row.isGroup ? "" : report.endWords(of: step, at: row.path) ?? "")
    add("hits", hits)
    add("cause", remedy?.cause ?? "", isLong: true)
    add("behind", behind, isLong: true)
    add("help", step.error?.help ?? "")
    add("told", told, .muted, isLong: true)
    return facts
  }

  /// From when to when, or how long so far.
  private var time: String {
    guard let start = step.startedAt else { return "" }
    guard let end = step.finishedAt else {
      guard step.isAtWork else { return "began \(Wording.dateTime(start))" }
      let age = report.age(ofTold: start)
      let so =
        switch age {
        case .ago: "\(Wording.soFar(age)) so far"
        case .ahead: Wording.soFar(age)
        }
      return "since \(Wording.dateTime(start)) (\(so))"
    }
    let took = Wording.elapsed(.seconds(max(0, end.timeIntervalSince(start))))
    return "\(Wording.dateTime(start)) - \(Wording.clock(end)) (\(took))"
  }

  private var hits: String {
    guard let error = step.error,
      let listed = report.errors.first(where: { $0.message == error.message })
    else { return "" }
    return model.hitsWords(of: listed, report)
  }

  /// The steps that cannot begin before this one is over.
  private var behind: String {
    guard step.state != .done, step.state != .pending else { return "" }
    let parent = tree.parent(of: index)
    let beside = parent?.children.count { $0.state == .pending } ?? 0
    let parts =
      beside == 0 ? nil : "\(beside) parts of \(parent?.name ?? "") have not begun"
    let names = tree.waiting(for: index).map { $0.code ?? $0.label }
    let steps = names.isEmpty ? nil : "\(names.joined(separator: ", ")) wait"
    return [parts, steps].compactMap(\.self).joined(separator: "; ")
  }

  /// The step in the service's own words.
  private var told: String {
    guard !row.isGroup, !row.path.ids.isEmpty else { return "status \(report.job.nativeStatus)" }
    let words = [
      step.nativeState.map { "state \($0)" } ?? "no state told", step.code.map { "code \($0)" },
      step.id == step.name ? nil : "id \(step.id)",
      step.fraction.map { "\(JobReport.percent($0)) done" }, lag,
    ]
    return words.compactMap { $0 }.joined(separator: "   ")
  }

  private var lag: String? {
    switch step.lag {
    case .measured(let lag): "lag \(Wording.lag(lag))"
    case .absent(.notStarted): "lag not started"
    case .absent(.notReported): "lag not reported"
    case .absent(.notApplicable), .absent(.sourceUnavailable): nil
    }
  }
}
