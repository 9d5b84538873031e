import MigrationModel
package import MigrationWatch

/// The course of a lag, drawn as columns that grow up from 0.
package struct LagGraph: Hashable, Sendable {
  /// In seconds, one a column (in braille two), oldest first; `nil` where there is no sample.
  package var values: [Double?]
  /// The part of each value that is the reader's; `nil` or missing where it is not known.
  package var reading: [Double?]
  /// What the top of the graph stands for, in seconds.
  package let maximum: Double
  /// The critical lag in seconds; a line at that height if it is inside the graph.
  package var threshold: Double?
  /// The lag in seconds from which on somebody should look; a line where a row is free for it.
  package var warning: Double?
  /// Index of the column that the user looks at.
  package var cursor: Int?
  package var style: GraphStyle

  /// - Parameter maximum: `nil` for the largest value, but at least a second: noise is no mountain.
  package init(
    values: [Double?], reading: [Double?] = [], maximum: Double? = nil, threshold: Double? = nil,
    warning: Double? = nil, cursor: Int? = nil, style: GraphStyle = .blocks
  ) {
    self.values = values
    self.reading = reading
    let top = maximum ?? values.compactMap(\.self).filter(\.isFinite).max() ?? 1
    self.maximum = top.isFinite ? min(max(top, 1), Self.highest) : 1
    self.threshold = threshold
    self.warning = warning
    self.cursor = cursor
    self.style = style
  }

  /// A thousand years; more than a `Duration` could be made of would trap.
  private static let highest = 3.2e10

  /// How many values stand in a cell.
  package static func values(aCellOf style: GraphStyle) -> Int {
    switch style {
    case .blocks, .ascii: 1
    case .braille: 2
    }
  }

  /// A round number of seconds at or above a lag. A top that follows every sample would move the
  /// whole graph with it.
  package static func top(above seconds: Double) -> Double {
    guard seconds > 1 else { return 1 }
    let days = 86_400.0
    return tops.first { $0 >= seconds } ?? (seconds / days).rounded(.up) * days
  }

  private static let tops: [Double] =
    [1, 2, 3, 5, 8, 10, 15, 20, 30, 45]
    + [1, 2, 3, 5, 8, 10, 15, 20, 30, 45].map { $0 * 60 }
    + [1, 2, 3, 4, 6, 8, 12, 18].map { $0 * 3_600 }

  /// The row of a height in a graph of `rows`, counted from the bottom; `nil` if it is outside.
  func row(of seconds: Double?, rows: Int) -> Int? {
    guard let seconds, seconds > 0, seconds <= maximum, rows > 1 else { return nil }
    return min(rows - 1, Int(seconds / maximum * Double(rows)))
  }

  /// The rows that a threshold is drawn in: the critical one always, that of the warning where its
  /// label has a row of its own.
  func thresholdRows(_ rows: Int) -> [(row: Int, seconds: Double)] {
    var lines: [(row: Int, seconds: Double)] = []
    if let row = row(of: threshold, rows: rows), let threshold { lines.append((row, threshold)) }
    if let row = row(of: warning, rows: rows), let warning, row > 0, row < rows - 1,
      !lines.contains(where: { $0.row == row })
    {
      lines.append((row, warning))
    }
    return lines
  }

  /// The labels of the axis, from the bottom up; empty where there is none.
  func labels(rows: Int) -> [String] {
    var labels = Array(repeating: "", count: rows)
    guard let top = labels.indices.last else { return [] }
    labels[0] = "0s"
    for line in thresholdRows(rows) where line.row > 0 {
      labels[line.row] = Wording.limit(.seconds(line.seconds))
    }
    labels[top] = topLabel
    return labels
  }

  /// In its greatest unit: an axis has little room.
  private var topLabel: String {
    if maximum < 10, maximum != maximum.rounded() { return Wording.duration(.seconds(maximum)) }
    let unit = [86_400.0, 3_600, 60].first { maximum >= $0 } ?? 1
    return Wording.limit(.seconds((maximum / unit).rounded(.down) * unit))
  }

  /// How grave a value is by the two thresholds.
  func tone(_ value: Double) -> Tone {
    if let threshold, value > threshold { return .bad }
    if let warning, value > warning { return .warning }
    return .accent
  }
}
