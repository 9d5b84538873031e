import MigrationModel
import MigrationWatch

import struct FoundationEssentials.Date

extension ErrorText {
  /// What is known of an error beside its text, each with its label.
  var facts: [(String, String)] {
    let job = report.job
    let source = model.dashboard.shown.source(job.id.source)?.source
    let place = [job.id.source, source?.region, job.kind?.rawValue].compactMap(\.self)
    let facts: [(String, String?)] = [
      ("job", "\(job.name)   \(place.joined(separator: " "))"), ("", job.id.native),
      ("where", way), ("status", status), ("code", error.code),
      ("location", error.locations.count == 1 ? error.locations[0] : nil), ("first", first),
      ("last", last), ("from", origin), ("help", error.help),
    ]
    return facts.compactMap { label, text in text.map { (label, $0) } }
  }

  private var way: String {
    let phase =
      report.fraction == nil
      ? report.phaseWord : "\(report.phaseWord) \(report.percentWord)"
    let others = error.places.count - 1
    let more = others > 0 ? "   and \(others) more \(others == 1 ? "place" : "places")" : ""
    let path = error.origin == .log ? [] : error.place
    return ([phase] + path).joined(separator: " > ") + more
  }

  private var status: String {
    report.attempts > 1
      ? "\(report.job.nativeStatus), attempt \(report.attempts)" : report.job.nativeStatus
  }

  private var first: String {
    model.hits(of: error, report.job.id).first.map(Wording.dateTime)
      ?? "not told by \(serviceTag), before the start of this screen"
  }

  private var last: String {
    let words = model.hitsWords(of: error, report)
    let time =
      model.hits(of: error, report.job.id).last.map(Wording.dateTime)
      ?? "still told at \(Wording.clock(readAt))"
    return time + (words.isEmpty ? "" : "   hits \(words)")
  }

  private var serviceTag: String { report.job.service.tag.uppercased() }

  /// In the service's clock.
  private var readAt: Date {
    report.serviceTime(
      ofOurs: (error.origin == .step ? report.job.stepsObservedAt : nil) ?? report.job.observedAt)
  }

  /// Which part of the answer told it, and how old that is.
  private var origin: String {
    let part =
      switch error.origin {
      case .job: "the job's own error at \(serviceTag)"
      case .step: "a step of the job at \(serviceTag)"
      case .log: "the log that \(serviceTag) keeps of the job"
      }
    return "\(part), read \(Wording.clock(readAt))"
  }

  /// How the job came here, and who else is in the same trouble.
  var related: [Line] {
    let events = model.events(of: report.job.id).filter {
      $0.kind == .state || $0.kind == .attempt || $0.kind == .phase
    }.map { "\(Wording.timeOfDay($0.time)) \(words(of: $0))" }
    return [Line(text: ""), Line(text: " RELATED", style: .heading)]
      + inColumns(events) + [Line(text: "   same code on other jobs: \(kinWords)")]
  }

  /// Without the text that stands above.
  private func words(of event: FleetEvent) -> String {
    guard event.tells(error.message) else { return event.sentence }
    var rest = event.text.dropLast(error.message.count)
    while let last = rest.last, last == " " || last == ":" { rest.removeLast() }
    let isCode = rest.isEmpty || String(rest) == error.code
    return "\(event.change) "
      + (isCode ? event.surroundings?.statuses.last ?? "" : String(rest))
  }

  /// Two in a line where there is room, the newest first.
  private func inColumns(_ texts: [String]) -> [Line] {
    guard width >= 110 else { return texts.map { Line(text: "   \($0)") } }
    let room = (width - 6) / 2
    return stride(from: 0, to: texts.count, by: 2).map { index in
      let left = cut(texts[index], to: room)
      let gap = String(repeating: " ", count: room - TextWidth.columns(of: left) + 2)
      let right = index + 1 < texts.count ? gap + cut(texts[index + 1], to: room) : ""
      return Line(text: "   \(left)\(right)")
    }
  }

  private func cut(_ text: String, to columns: Int) -> String {
    TextWidth.cut(text, to: columns, mark: Character(glyphs.ellipsis))
  }

  private var kinWords: String {
    guard let kin = model.errorKin, kin.error == error.id else { return "not looked for yet" }
    let others = kin.same + kin.others.map { "\($0) (other text)" }
    guard !others.isEmpty else { return "none" }
    let more = kin.count - others.count
    return others.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
