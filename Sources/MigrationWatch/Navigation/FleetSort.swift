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

  /// What a row is sorted by, worked out once a row and not once a comparison.
  struct Key {
    let id: Job.ID
    let text: String
    /// `nil` where it is not known.
    let number: Double?
    let state: ShownState
    let name: String
  }

  func key(_ record: JobRecord) -> Key {
    Key(
      id: record.job.id, text: text(record), number: number(record), state: record.shownState,
      name: record.job.name)
  }

  /// Whether one row stands above another. What is not known stands below everything, inverted or not.
  func precedes(_ one: Key, _ other: Key) -> Bool {
    if isNumeric {
      guard let first = one.number, let second = other.number else {
        return one.number == nil && other.number == nil
          ? Self.tieBreak(one, other) : one.number != nil
      }
      // The largest number is what somebody looks for first.
      if first != second { return (first > second) != isInverted }
    } else if one.text != other.text {
      return (one.text < other.text) != isInverted
    }
    return Self.tieBreak(one, other)
  }

  private var isNumeric: Bool {
    switch column {
    case .state, .name, .service, .source, .phase: false
    case .progress, .eta, .rate, .lag, .errors, .age: true
    }
  }

  private func text(_ record: JobRecord) -> String {
    switch column {
    case .state: String(UnicodeScalar(UInt8(65 + record.shownState.rawValue)))
    case .name: "\(record.job.name.lowercased()) \(record.job.id.native)"
    case .service: record.job.service.tag
    case .source: record.job.id.source
    case .phase: record.job.phase.rawValue
    case .progress, .eta, .rate, .lag, .errors, .age: ""
    }
  }

  private func number(_ record: JobRecord) -> Double? {
    switch column {
    case .progress: JobReport.fraction(of: record.job)
    case .eta:
      if case .between(_, let high) = record.judgement.eta { high / .seconds(1) } else { nil }
    case .rate: record.judgement.rates.rowsPerSecond
    case .lag: record.job.lag.value.map { $0 / .seconds(1) }
    case .errors: Double(JobError.all(of: record.job).count)
    case .age: -record.job.observedAt.timeIntervalSince1970
    case .state, .name, .service, .source, .phase: nil
    }
  }

  private static func tieBreak(_ one: Key, _ other: Key) -> Bool {
    if one.state != other.state { return one.state < other.state }
    if one.name != other.name { return one.name < other.name }
    return (one.id.source, one.id.native) < (other.id.source, other.id.native)
  }
}
