package import MigrationModel

package import struct FoundationEssentials.Date

/// How often an error was seen.
package struct ErrorHits: Hashable, Sendable {
  package enum Witness: Hashable, Sendable {
    /// The part of the service's log that was read.
    case log
    /// This program, since its start.
    case readings
  }

  package let count: Int64
  package let witness: Witness
  /// Of the first and the last time, by this program and by the service, in the service's clock; `nil` if nobody
  /// tells.
  package let first: Date?
  package let last: Date?
}

extension DashboardViewModel {
  /// At least 1: an error that is told was met.
  package func hits(of error: JobError, _ id: Job.ID) -> ErrorHits {
    if let times = error.times {
      return ErrorHits(count: times, witness: .log, first: error.firstAt, last: error.at)
    }
    let seen = sightings(id)[error.id]
    return ErrorHits(
      count: Int64(max(1, seen?.hits ?? 0, error.places.count)), witness: .readings,
      first: [seen?.first, error.at].compactMap(\.self).min(),
      last: [seen?.last, error.at].compactMap(\.self).max())
  }

  private func sightings(_ id: Job.ID) -> ErrorSightings {
    guard let known = dashboard.sightings, known.job == id else {
      return ErrorSightings(of: id, in: dashboard.shown.log)
    }
    return known
  }

  /// `4, all the same`; empty for a single one.
  package func hitsWords(of error: JobError, _ report: JobReport) -> String {
    let hits = hits(of: error, report.job.id)
    switch hits.witness {
    case .log: return "\(hits.count) in the part of the log that was read"
    case .readings:
      guard hits.count > 1 else { return "" }
      return error.places.count > 1
        ? "\(error.places.count) steps, all the same"
        : "\(hits.count) since the start, all the same"
    }
  }

  /// Why there are no steps to show.
  package func noStepsWords(_ id: Job.ID) -> String {
    guard let trouble = trouble(with: id, .steps) else { return "no steps were read yet" }
    return "no steps were read yet: \(trouble)"
  }

  /// Why there are no errors to show.
  package func noErrorsWords(_ id: Job.ID) -> String {
    guard let trouble = trouble(with: id, .steps) else { return "no errors reported" }
    return "no errors reported, but not all was read: \(trouble)"
  }

  /// `DTS answers 403 Forbidden to ListJobStep`; `nil` while the reading works.
  private func trouble(with id: Job.ID, _ depth: ReadingDepth) -> String? {
    guard let source = dashboard.shown.source(id.source),
      let error = source.error(reading: depth, of: id)
    else { return nil }
    let call = error.call.map { " to \($0)" } ?? ""
    guard let status = error.status else { return "\(id.source): \(error.message)" }
    let words = [String(status), error.code].compactMap(\.self).joined(separator: " ")
    return "\(source.source.service.tag.uppercased()) answers \(words)\(call)"
  }
}
