import MigrationAnalysis
import MigrationModel

import struct FoundationEssentials.Date

/// The order of the fleet's rows.
package struct FleetSort: Hashable, Sendable {
  package enum Column: String, CaseIterable, Hashable, Sendable {
    case state, name, service, source, phase, progress, eta, rate, lag, errors, age
  }

  package var column = Column.state
  package var isInverted = false

  package init() {}

  package mutating func next() {
    let all = Column.allCases
    let index = all.firstIndex(of: column).map { ($0 + 1) % all.count } ?? 0
    column = all[index]
    isInverted = false
  }

  /// Whether one row stands above another. What is not known stands below everything, inverted or not.
  func precedes(_ one: JobRecord, _ other: JobRecord) -> Bool {
    if let result = compare(one, other), result != .same {
      return (result == .before) != isInverted
    }
    let first = number(one) != nil
    let second = number(other) != nil
    if isNumeric, first != second { return first }
    return tieBreak(one, other)
  }

  private enum Comparison { case before, same, after }

  private var isNumeric: Bool {
    switch column {
    case .state, .name, .service, .source, .phase: false
    case .progress, .eta, .rate, .lag, .errors, .age: true
    }
  }

  private func compare(_ one: JobRecord, _ other: JobRecord) -> Comparison? {
    if isNumeric {
      guard let first = number(one), let second = number(other) else { return nil }
      // The largest number is what somebody looks for first.
      return first == second ? .same : first > second ? .before : .after
    }
    let first = text(one)
    let second = text(other)
    return first == second ? .same : first < second ? .before : .after
  }

  private func text(_ record: JobRecord) -> String {
    switch column {
    case .state: String(UnicodeScalar(UInt8(65 + record.shownState.rawValue)))
    case .name: record.job.name.lowercased()
    case .service: record.job.service.tag
    case .source: record.job.id.source
    case .phase: record.job.phase.rawValue
    case .progress, .eta, .rate, .lag, .errors, .age: ""
    }
  }

  private func number(_ record: JobRecord) -> Double? {
    switch column {
    case .progress: record.job.progress.fraction
    case .eta:
      if case .between(_, let high) = record.judgement.eta { high / .seconds(1) } else { nil }
    case .rate: record.judgement.rates.rowsPerSecond
    case .lag: record.job.lag.value.map { $0 / .seconds(1) }
    case .errors: Double(JobError.all(of: record.job).count)
    case .age: -record.job.observedAt.timeIntervalSince1970
    case .state, .name, .service, .source, .phase: nil
    }
  }

  private func tieBreak(_ one: JobRecord, _ other: JobRecord) -> Bool {
    if one.shownState != other.shownState { return one.shownState < other.shownState }
    return (one.job.name, one.job.id.source, one.job.id.native)
      < (other.job.name, other.job.id.source, other.job.id.native)
  }
}
