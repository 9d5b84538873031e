package import MigrationAnalysis
package import MigrationModel

/// The lag over time, one value a column of a graph.
package struct LagSeries: Hashable, Sendable {
  /// Seconds; `nil` where no sample was taken.
  package let values: [Double?]
  package var maximum: Double? { values.compactMap { $0 }.max() }
  package var last: Double? { values.last.flatMap { $0 } }

  /// Takes the largest sample of each column; a column between two samples of one rhythm takes the one before.
  ///
  /// The last column is that of the newest sample: time alone moves nothing, until the next sample is overdue and
  /// a gap begins to grow.
  package init(_ history: History, window: Duration, columns: Int, now: Moment) {
    guard columns > 0 else {
      values = []
      return
    }
    let width = window / Double(columns)
    let first = Self.newestColumn(history, width: width, now: now) - columns + 1
    var values = [Double?](repeating: nil, count: columns)
    var before: (column: Int, at: Duration, value: Double)?
    for sample in history.all {
      let column = min(columns - 1, Self.column(sample.at, width: width) - first)
      guard column >= 0 else { continue }
      guard let lag = sample.lag else {
        before = nil
        continue
      }
      let value = lag / .seconds(1)
      values[column] = max(values[column] ?? 0, value)
      if let before, sample.at.uptime - before.at <= Self.longestRhythm, before.column + 1 < column
      {
        for between in before.column + 1..<column { values[between] = before.value }
      }
      before = (column, sample.at.uptime, value)
    }
    self.values = values
  }

  /// Columns are counted from the start of the clock: between two of them the graph does not shift.
  private static func column(_ moment: Moment, width: Duration) -> Int {
    Int((moment.uptime / width).rounded(.down))
  }

  private static func newestColumn(_ history: History, width: Duration, now: Moment) -> Int {
    if let last = history.last?.at, now.uptime - last.uptime <= longestRhythm {
      return column(last, width: width)
    }
    // A gap grows by columns, but not every few seconds.
    let step = max(1, Int((Duration.seconds(10) / width).rounded(.up)))
    return column(now, width: width) / step * step
  }

  /// A longer silence is a gap in the graph. Coarse samples are a minute apart.
  private static let longestRhythm = Duration.seconds(90)
}
