import MigrationModel
import MigrationWatch

extension ErrorTextView {
  /// What is known of an error beside its text, each with its label.
  func facts(_ error: JobError, _ report: JobReport) -> [(String, String)] {
    let job = report.job
    let source = model.dashboard.shown.source(job.id.source)?.source
    let place = [job.id.source, source?.region, job.kind?.rawValue].compactMap { $0 }
    var facts = [
      ("job", "\(job.name)   \(place.joined(separator: " "))"),
      ("", job.id.native),
      ("where", way(to: error, report)),
      ("status", status(report)),
    ]
    if let code = error.code { facts.append(("code", code)) }
    if let location = error.location { facts.append(("location", location)) }
    if let first = error.firstAt, first != error.at {
      facts.append(("first", Wording.dateTime(first)))
    }
    if let at = error.at { facts.append(("last", Wording.dateTime(at))) }
    if let help = error.help { facts.append(("help", help)) }
    if let times = error.times {
      facts.append(("hits", "\(times) in the part of the log that was read"))
    } else if let times = hits(of: error, job.id), times > 1 {
      facts.append(("hits", "\(times) since the start"))
    }
    facts.append(("from", "read \(Wording.clock(job.observedAt)), \(report.ageWord) ago"))
    return facts
  }

  private func way(to error: JobError, _ report: JobReport) -> String {
    guard error.path.isEmpty else { return error.path.joined(separator: " > ") }
    return report.fraction == nil
      ? "phase \(report.phaseWord)" : "phase \(report.phaseWord), \(report.percentWord)"
  }

  private func status(_ report: JobReport) -> String {
    report.attempts > 1
      ? "\(report.job.nativeStatus), attempt \(report.attempts)" : report.job.nativeStatus
  }

  private func hits(of error: JobError, _ id: Job.ID) -> Int? {
    let seen = model.events(of: id).filter {
      $0.kind == .failure && $0.text.contains(error.message)
    }
    return seen.isEmpty ? nil : seen.map(\.times).reduce(0, +)
  }
}
