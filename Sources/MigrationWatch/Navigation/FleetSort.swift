import MigrationAnalysis
import MigrationModel

import struct FoundationEssentials.Date

/// The order of the fleet's rows.
package struct FleetSort: Hashable, Sendable {
  package var column = FleetColumn.state
  package var isInverted = false

  package init() {}

  /// Sorts by the column so many places further, round and round.
  mutating func step(by count: Int) {
    let all = FleetColumn.allCases
    let index = all.firstIndex(of: column) ?? 0
    choose(all[(index + count + all.count) % all.count])
  }

  mutating func choose(_ column: FleetColumn) {
    self.column = column
    isInverted = false
  }

  /// What a row is sorted by, worked out once a row and not once a comparison.
  struct Key {
    let id: Job.ID
    /// `nil` where it is not known.
    let value: Value?
    let state: ShownState
    let name: String
  }

  enum Value {
    case text(String)
    case number(Double)
  }

  /// - Parameter region: Of the job's source.
  func key(_ record: JobRecord, region: String?) -> Key {
    Key(
      id: record.job.id, value: Value(column, of: record, region: region),
      state: record.shownState, name: record.job.name)
  }

  /// Whether one row stands above another. What is not known stands below everything, inverted or not.
  ///
  /// No two rows are equal: rows change places only if something of theirs did.
  func precedes(_ one: Key, _ other: Key) -> Bool {
    switch (one.value, other.value) {
    case (.text(let first)?, .text(let second)?) where first != second:
      (first < second) != isInverted
    // The largest number is what somebody looks for first.
    case (.number(let first)?, .number(let second)?) where first != second:
      (first > second) != isInverted
    case (_?, nil): true
    case (nil, _?): false
    case (_?, _?), (nil, nil): Self.tieBreak(one, other)
    }
  }

  private static func tieBreak(_ one: Key, _ other: Key) -> Bool {
    if one.state != other.state { return one.state < other.state }
    if one.name != other.name { return one.name < other.name }
    return (one.id.source, one.id.native) < (other.id.source, other.id.native)
  }
}
