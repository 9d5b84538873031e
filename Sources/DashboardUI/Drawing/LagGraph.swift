import MigrationModel
import MigrationWatch

/// The course of a lag, drawn as columns that grow up from 0.
package struct LagGraph: Hashable, Sendable {
  /// In seconds, one a column, oldest first; `nil` where there is no sample.
  package var values: [Double?]
  /// The part of each value that is the reader's; `nil` or missing where it is not known.
  package var reading: [Double?]
  /// What the top of the graph stands for, in seconds.
  package let maximum: Double
  /// In seconds; a line at that height if it is inside the graph.
  package var threshold: Double?
  /// Index of the value that the user looks at.
  package var cursor: Int?

  /// - Parameter maximum: `nil` for the largest value, but at least a second: noise is no mountain.
  package init(
    values: [Double?], reading: [Double?] = [], maximum: Double? = nil, threshold: Double? = nil,
    cursor: Int? = nil
  ) {
    self.values = values
    self.reading = reading
    let top = maximum ?? values.compactMap(\.self).filter(\.isFinite).max() ?? 1
    self.maximum = top.isFinite ? min(max(top, 1), Self.highest) : 1
    self.threshold = threshold
    self.cursor = cursor
  }

  /// A thousand years; more than a `Duration` could be made of would trap.
  private static let highest = 3.2e10

  /// The row of the threshold in a graph of `rows`, counted from the bottom.
  func thresholdRow(rows: Int) -> Int? {
    guard let threshold, threshold > 0, threshold <= maximum, rows > 1 else { return nil }
    return min(rows - 1, Int(threshold / maximum * Double(rows)))
  }

  /// The labels of the axis, from the bottom up; empty where there is none.
  func labels(rows: Int) -> [String] {
    var labels = Array(repeating: "", count: rows)
    guard let top = labels.indices.last else { return [] }
    labels[0] = "0s"
    if let row = thresholdRow(rows: rows), let threshold, row > 0 { labels[row] = label(threshold) }
    labels[top] = label(maximum)
    return labels
  }

  private func label(_ seconds: Double) -> String {
    let duration = Duration.seconds(seconds)
    return seconds < 10 ? Wording.duration(duration) : Wording.shortDuration(duration)
  }

  func isCritical(_ value: Double) -> Bool { threshold.map { value > $0 } ?? false }
}
