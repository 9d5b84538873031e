import MigrationAnalysis
package import MigrationModel

/// What `status --output json` prints: the view model in stable names and units.
///
/// Times are RFC 3339 in UTC, durations numbers with the unit in the key, absent is `null`.
package struct StatusDocument: Encodable, Sendable {
  var schema = "migtop/1"
  let generatedAt: String
  let sources: [StatusSource]
  package let jobs: [StatusJob]

  /// - Parameters:
  ///   - ids: The jobs to print, in this order; those of the view model's fleet if `nil`.
  package init(_ model: DashboardViewModel, ids: [Job.ID]? = nil) {
    generatedAt = Wording.rfc3339(model.now.date) ?? ""
    sources = model.sources.map(StatusSource.init)
    let reports =
      ids.map { $0.compactMap { model.job($0) } } ?? (0..<model.rowCount).compactMap(model.job(at:))
    jobs = reports.map(StatusJob.init)
  }
}

struct StatusSource: Encodable, Sendable {
  let name: String
  let service: String
  let health: String
  @OrNull var error: Trouble? = nil
  @OrNull var lastSuccessAt: String? = nil
  @OrNull var clockOffsetSeconds: Double? = nil
  let callsLastMinute: Int
  let callsPerMinute: Int
  let missingJobs: [String]

  struct Trouble: Encodable, Sendable {
    let kind: String
    @OrNull var code: String? = nil
    let message: String
    @OrNull var retryAt: String? = nil
  }

  init(_ report: SourceReport) {
    let state = report.state
    name = report.name
    service = state.source.service.rawValue
    health = state.health.rawValue
    error = state.error.map { error in
      Trouble(
        kind: error.kind.rawValue, code: error.code, message: error.message,
        retryAt: state.isSilent ? nil : state.nextCallAt.flatMap { Wording.rfc3339($0.date) })
    }
    lastSuccessAt = state.lastSuccess.flatMap { Wording.rfc3339($0.date) }
    clockOffsetSeconds = state.connection.clockOffset.map { ($0 / .seconds(1)).rounded(places: 3) }
    callsLastMinute = state.callsLastMinute
    callsPerMinute = state.callsPerMinute
    missingJobs = state.missingJobs
  }
}

extension Double {
  /// Rounded for people and diffs: digits beyond these are noise.
  func rounded(places: Int) -> Double {
    let factor = (0..<places).reduce(1.0) { factor, _ in factor * 10 }
    return (self * factor).rounded() / factor
  }
}

extension Duration {
  var seconds: Double { (self / .seconds(1)).rounded(places: 3) }
}
