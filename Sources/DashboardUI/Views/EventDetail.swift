import MigrationModel
import MigrationWatch

/// Everything known of the selected change.
struct EventDetail {
  let model: DashboardViewModel
  let rows: [EventRow]
  let index: Int

  private var row: EventRow { rows[index] }
  private var event: FleetEvent { row.first }

  func draw(on canvas: inout Canvas, isWide: Bool) {
    let inside = canvas.box(
      title: "\(Wording.clock(event.time)) \(event.job == nil ? event.source : row.name)",
      trailing: event.job == nil ? "" : model.keyWords(.open, in: canvas.glyphs) + ": that moment",
      style: .muted, titleStyle: .title)
    let facts =
      isWide ? inside.rows > Self.low ? wideFacts : lowFacts(inside.columns) : sideFacts
    let list = FactList(facts: facts.filter { !$0.text.isEmpty }, margin: isWide ? 8 : 9)
    let lines = isWide ? list.rows(inside.columns) : list.blocks(inside.columns)
    canvas.draw(in: inside) { FactList.draw(lines, on: &$0) }
  }

  private typealias Fact = FactList.Fact

  /// So few rows have room for the change, its text and its place.
  private static let low = 3

  private var wideFacts: [Fact] {
    let story = [
      before.first.map { "before  \($0)" }, since.map { "now  \($0)" },
    ].compactMap(\.self).joined(separator: "   ")
    return [
      Fact(label: "", text: head, style: event.state.style), text, wherePath,
      Fact(label: "to do", text: remedy, isLong: true),
      Fact(label: "seen", text: seen), Fact(label: "jobs", text: jobs),
      Fact(label: "", text: story, style: .muted),
    ]
  }

  /// A line each.
  private func lowFacts(_ columns: Int) -> [Fact] {
    let phase = (event.surroundings?.phase).map { "phase \(JobReport.word(of: $0))" }
    let heads = [
      head, Self.line([changeWords, event.source, status, phase]),
      Self.line([changeWords, event.source, phase]),
    ]
    let head = heads.first { TextWidth.columns(of: $0) <= columns } ?? heads[2]
    return [
      Fact(label: "", text: head, style: event.state.style, wraps: false),
      Fact(label: "", text: row.text, style: text.style, wraps: false), wherePath,
      Fact(label: "to do", text: remedy), Fact(label: "seen", text: seen),
    ]
  }

  private var head: String {
    Self.line([
      changeWords, place, status.map { "status \($0)" }, phase.map { "phase \($0)" },
    ])
  }

  private var wherePath: Fact { Fact(label: "where", text: event.path.joined(separator: " > ")) }

  private var sideFacts: [Fact] {
    [
      Fact(label: "change", text: changeWords, style: event.state.style),
      Fact(label: "source", text: place), Fact(label: "status", text: status ?? ""),
      Fact(label: "phase", text: phase ?? ""), Fact(label: "seen", text: seen),
      Fact(label: "since", text: since ?? ""), text,
      Fact(label: "jobs", text: jobs, isLong: true),
      Fact(label: "where", text: FactList.stairs(event.path), isLong: true),
      Fact(label: "to do", text: remedy, isLong: true),
      Fact(
        label: "this job, before", text: before.joined(separator: "\n"), isLong: true, wraps: false),
      Fact(
        label: "around it, elsewhere", text: around.joined(separator: "\n"), isLong: true,
        wraps: false),
    ]
  }

  private static func line(_ words: [String?]) -> String {
    words.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "   ")
  }

  private var text: Fact {
    let isGrave = event.state <= .unknown
    return Fact(
      label: "", text: row.text, style: isGrave ? event.state.style : Style(), isLong: true)
  }

  /// `X FAIL from > RUN`.
  private var changeWords: String {
    guard event.kind == .state, let before = event.surroundings?.before else {
      return "\(event.state.glyph) \(event.change)"
    }
    return "\(event.state.glyph) \(event.state.word) from \(before.glyph) \(before.word)"
  }

  private var place: String {
    let region = model.dashboard.shown.source(event.source)?.source.region
    return [event.source, region].compactMap(\.self).joined(separator: " ")
  }

  private var status: String? { event.surroundings?.statuses.joined(separator: " > ") }

  private var phase: String? {
    guard let surroundings = event.surroundings else { return nil }
    let percent = JobReport.percent(surroundings.fraction)
    let word = JobReport.word(of: surroundings.phase)
    return percent.isEmpty ? word : "\(word), \(percent)"
  }

  private var seen: String {
    let clock = event.clockOffset == .zero ? "" : " by the clock of this machine"
    let last = "read at \(Wording.clock(event.at.date))\(clock)"
    guard event.times > 1 else { return last }
    let way = event.isFlapping ? " to and fro" : ""
    return "\(event.times) times\(way) since \(Wording.clock(event.firstTime)), last \(last)"
  }

  private var jobs: String {
    row.events.count > 1 ? row.events.map(\.name).joined(separator: ", ") : ""
  }

  private var remedy: String { model.remedy(for: event)?.action ?? "" }

  /// How the job is now, and how long ago the change was.
  private var since: String? {
    let age = Wording.longAge(model.now.uptime - event.happenedAt.uptime)
    guard event.kind == .state, let job = model.job(event.job) else { return "\(age) ago" }
    return job.state == event.state
      ? "\(age), unchanged" : "\(age) ago, now \(job.state.glyph) \(job.state.word)"
  }

  /// What happened to the job before, newest first.
  private var before: [String] {
    guard row.events.count == 1, let job = event.job else { return [] }
    return model.events(of: job).filter { $0.id < event.id }.prefix(5)
      .map { "\(Wording.timeOfDay($0.time)) \($0.sentence)" }
  }

  private static let near = Duration.seconds(120)

  /// What happened elsewhere within two minutes: of one cause there are often several effects.
  private var around: [String] {
    rows[max(0, index - 8)..<min(rows.count, index + 9)].filter { other in
      other.first.job != event.job && !other.events.contains(event)
        && abs((other.first.happenedAt.uptime - event.happenedAt.uptime) / Self.near) <= 1
    }.prefix(6).map { other in
      let name = other.first.job == nil ? other.first.source : other.name
      return "\(Wording.timeOfDay(other.first.time)) \(other.first.state.glyph) \(name) "
        + other.text
    }
  }
}
