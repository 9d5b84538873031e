import MigrationAnalysis
import MigrationModel

/// A job as `status --output json` prints it, worked out once for what it was made of.
struct JobLines: Sendable {
  fileprivate let id: Job.ID
  fileprivate let version: JobVersion?
  fileprivate let moment: Moment
  let lines: [Substring]
}

extension Dashboard {
  /// As of the last ten seconds: figures that are told to the millisecond would change with every look.
  private var jsonMoment: Moment {
    let tens = Duration.seconds(shownNow.uptime.components.seconds / 10 * 10)
    return shownNow.advanced(by: tens - shownNow.uptime)
  }

  /// Whether the open JSON is of another ten seconds.
  var isJSONOverdue: Bool {
    openJSON.map { $0.moment.uptime != jsonMoment.uptime } ?? false
  }

  /// Line by line; of the open view as of the last ``arrange()``.
  func jsonLines(of id: Job.ID) -> [Substring] {
    if let openJSON, openJSON.id == id { return openJSON.lines }
    return lines(of: shown.record(id), at: jsonMoment)
  }

  /// Writes the open job anew, if it is another one or another time.
  mutating func arrangeJSON(of id: Job.ID) {
    let (record, moment) = (shown.record(id), jsonMoment)
    let version = record.map { JobVersion($0) }
    if let openJSON, openJSON.id == id, openJSON.moment.uptime == moment.uptime,
      openJSON.version == version
    {
      return
    }
    openJSON = JobLines(
      id: id, version: version, moment: moment, lines: lines(of: record, at: moment))
  }

  private func lines(of record: JobRecord?, at moment: Moment) -> [Substring] {
    guard let record else { return ["the service no longer lists this job"] }
    do {
      let text = try StatusJSON.text(StatusJob(JobReport(record, now: moment)))
      return text.split(separator: "\n", omittingEmptySubsequences: false)
    } catch {
      return ["this job cannot be written as JSON: \(error)"]
    }
  }
}
