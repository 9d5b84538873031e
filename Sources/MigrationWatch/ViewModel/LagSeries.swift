package import MigrationAnalysis
package import MigrationModel

package import struct FoundationEssentials.Date

/// The lag over time, one value a column of a graph.
package struct LagSeries: Hashable, Sendable {
  /// Seconds; `nil` where no sample was taken.
  package private(set) var values: [Double?]
  /// The reader's part of each value in seconds; `nil` where it is not told.
  package private(set) var reading: [Double?]
  package let columnCount: Int
  private let now: Moment
  /// In uptime: what the last column with a sample holds.
  private let newest: Duration
  /// In uptime: where the first column begins.
  private let start: Duration
  /// How much time a value stands for.
  private let width: Duration

  package var maximum: Double? { values.compactMap { $0 }.max() }

  /// Takes the largest sample of each column; a column between two samples of one rhythm takes the one before.
  package init(
    _ history: History, window: Duration, columns: Int, valuesAColumn: Int = 1, now: Moment
  ) {
    self.init(
      window: window, columns: columns, valuesAColumn: valuesAColumn, now: now,
      newest: Self.newest(history, width: window / Double(max(1, columns)), now: now))
    guard !values.isEmpty else { return }
    let rhythm = Self.rhythm(of: history)
    var before: Point?
    for sample in history.samples(from: start) {
      guard let lag = sample.lag else {
        before = nil
        continue
      }
      let point = Point(
        column: place(at: sample.at), at: sample.at, value: lag / .seconds(1),
        reading: sample.reading.map { min($0, lag) / .seconds(1) })
      if let before, point.at - before.at <= max(rhythm, history.thinness(at: point.at)) {
        fill(before.column + 1, point.column, with: before)
      }
      if point.value >= values[point.column] ?? 0 { set(point, at: point.column) }
      before = point
    }
  }

  /// What the last column holds: the newest sample. Time alone moves nothing, until the next one is overdue and
  /// a gap begins to grow; by columns, but not every few seconds.
  private static func newest(_ history: History, width: Duration, now: Moment) -> Duration {
    if let last = history.last?.at, now.uptime - last <= rhythm(of: history) {
      return last
    }
    let step = width * max(1, (Duration.seconds(10) / width).rounded(.up))
    return step * (now.uptime / step).rounded(.down)
  }

  /// Takes the largest of the peaks of each column.
  package init(_ peaks: LagPeaks, window: Duration, columns: Int, now: Moment) {
    self.init(window: window, columns: columns, valuesAColumn: 1, now: now, newest: now.uptime)
    for index in values.indices {
      let begin = start + width * Double(index)
      values[index] = peaks.highest(from: begin, until: begin + width)
        .map { $0 / .seconds(1) }
    }
  }

  private init(
    window: Duration, columns: Int, valuesAColumn: Int, now: Moment, newest: Duration
  ) {
    columnCount = max(0, columns)
    values = Array(repeating: nil, count: columnCount * valuesAColumn)
    reading = values
    self.now = now
    let column = window / Double(max(1, columnCount))
    width = column / Double(valuesAColumn)
    // The last column ends at a multiple of its width: between two of them the graph does not shift. A long graph
    // shifts by several columns at once, and has room for the next ones: a shift costs as much as a screen.
    let end = Self.whole(newest / column) + 1
    let jump = Double(max(1, columnCount / Self.columnsAJump))
    start = column * ((end / jump).rounded(.up) * jump - Double(columnCount))
    self.newest = newest
  }

  private static let columnsAJump = 16

  /// The column of the newest sample, or of now if that is overdue.
  package var newestColumn: Int { column(at: newest) }

  private func place(at uptime: Duration) -> Int {
    min(max(0, values.count - 1), max(0, Int(Self.whole((uptime - start) / width))))
  }

  /// A third of an hour times three is a little less than an hour.
  private static func whole(_ quotient: Double) -> Double { (quotient + 1e-9).rounded(.down) }

  /// The column that a time lies in, or the nearest one.
  package func column(at uptime: Duration) -> Int {
    place(at: uptime) * columnCount / max(1, values.count)
  }

  /// The middle of a column.
  package func uptime(of column: Int) -> Duration {
    start + width * Double(values.count) / Double(max(1, columnCount)) * (Double(column) + 0.5)
  }

  /// In our clock: the middle of a column; of the last one the present, as far as it goes.
  package func date(of column: Int) -> Date {
    let middle = uptime(of: column)
    return now.date.addingTimeInterval((min(middle, now.uptime) - now.uptime) / .seconds(1))
  }

  /// Seconds a while ago; `nil` where no sample was taken.
  package func value(before ago: Duration) -> Double? {
    let uptime = now.uptime - ago
    guard uptime >= start, values.indices.contains(place(at: uptime)) else { return nil }
    return values[place(at: uptime)]
  }

  private mutating func fill(_ first: Int, _ end: Int, with point: Point) {
    for column in first..<max(first, end) { set(point, at: column) }
  }

  private mutating func set(_ point: Point, at column: Int) {
    values[column] = point.value
    reading[column] = point.reading
  }

  private struct Point {
    let column: Int
    let at: Duration
    let value: Double
    let reading: Double?
  }

  /// A longer silence is a gap in the graph. A job of a large fleet is read seldom.
  private static func rhythm(of history: History) -> Duration {
    max(.seconds(90), history.usualGap * 3 / 2)
  }
}
