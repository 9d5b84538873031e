package import MigrationModel

package import struct FoundationEssentials.Date

/// One line of what happened to a job: a change that this program saw, or an entry of the service's own log.
package struct TimelineEntry: Hashable, Sendable {
  /// In the service's clock (see ``FleetEvent``); `nil` if the log does not say.
  package let at: Date?
  package let text: String
  package fileprivate(set) var times: Int64
  /// How grave an entry of the log is; `nil` for a change.
  package let severity: LogEntry.Severity?
}

extension FleetData {
  /// Changes and log of one job by the service's clock, newest first.
  package func timeline(of id: Job.ID) -> [TimelineEntry] {
    var changes = log.of(id)[...]
    guard let entries = record(id)?.job.log, !entries.isEmpty else {
      return changes.map(TimelineEntry.init)
    }
    var lines: [TimelineEntry] = []
    for entry in entries {
      // A line without a time stays behind the line before it.
      while let at = entry.at, let change = changes.first, change.time > at {
        lines.append(TimelineEntry(change))
        changes.removeFirst()
      }
      let line = TimelineEntry(entry)
      if let last = lines.last, last.isRepeat(of: line) {
        lines[lines.count - 1].times += line.times
      } else {
        lines.append(line)
      }
    }
    return lines + changes.map(TimelineEntry.init)
  }
}

extension TimelineEntry {
  /// A line of the log that says the same as the one before it: one row, with how often.
  fileprivate func isRepeat(of other: TimelineEntry) -> Bool {
    severity != nil && severity == other.severity && text == other.text
  }

  fileprivate init(_ event: FleetEvent) {
    self.init(at: event.time, text: event.sentence, times: Int64(event.times), severity: nil)
  }

  fileprivate init(_ entry: LogEntry) {
    let text = [entry.code, entry.message, entry.location.map { "at \($0)" }].compactMap(\.self)
      .joined(separator: " ")
    self.init(at: entry.at, text: text, times: entry.count ?? 1, severity: entry.severity)
  }
}
