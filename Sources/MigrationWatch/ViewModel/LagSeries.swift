package import MigrationAnalysis
package import MigrationModel

/// The lag over time, one value a column of a graph.
package struct LagSeries: Hashable, Sendable {
  /// Seconds; `nil` where no sample was taken.
  package let values: [Double?]
  package var maximum: Double? { values.compactMap { $0 }.max() }
  package var last: Double? { values.last.flatMap { $0 } }

  /// Takes the largest sample of each column; a column between two samples of one rhythm takes the one before.
  package init(_ history: History, window: Duration, columns: Int, now: Moment) {
    guard columns > 0 else {
      values = []
      return
    }
    let width = window / Double(columns)
    // The last column ends at a multiple of its width: between two of them the graph does not shift.
    let start = width * ((now.uptime / width).rounded(.down) + 1 - Double(columns))
    var values = [Double?](repeating: nil, count: columns)
    var before: (column: Int, at: Duration, value: Double)?
    for sample in history.all where sample.at.uptime >= start {
      guard let lag = sample.lag else {
        before = nil
        continue
      }
      let value = lag / .seconds(1)
      let column = min(columns - 1, max(0, Int((sample.at.uptime - start) / width)))
      values[column] = max(values[column] ?? 0, value)
      if let before, sample.at.uptime - before.at <= Self.longestRhythm, before.column + 1 < column
      {
        for between in before.column + 1..<column { values[between] = before.value }
      }
      before = (column, sample.at.uptime, value)
    }
    if let before, now.uptime - before.at <= Self.longestRhythm, before.column + 1 < columns {
      for after in before.column + 1..<columns { values[after] = before.value }
    }
    self.values = values
  }

  /// A longer silence is a gap in the graph. Coarse samples are a minute apart.
  private static let longestRhythm = Duration.seconds(90)
}
