import MigrationModel
import MigrationWatch

/// What stands in the border of the lag pane.
extension LagPane {
  /// `1h  (read ░ write █, blank = no sample)`.
  func title(_ columns: Int, _ glyphs: Glyphs) -> String {
    let window = model.dashboard.graphWindow.name
    guard hasGraph, columns >= 110 else { return window }
    let set = model.dashboard.graphStyle == .ascii ? Glyphs.ascii : glyphs
    let hasParts = report.job.lagHalves != nil && model.dashboard.graphStyle != .braille
    let words = [
      hasParts ? "read \(Character(set.track)) write \(Character(set.levels[7]))" : nil,
      columns >= 180 ? "blank = no sample" : nil,
    ].compactMap(\.self)
    return words.isEmpty ? window : "\(window)  (\(words.joined(separator: ", ")))"
  }

  /// As many figures as fit the border, in an order of their own.
  func trailing(_ columns: Int, _ room: Int, _ glyphs: Glyphs) -> String {
    guard hasGraph else { return "" }
    let gap = columns >= 110 ? "   " : "  "
    var figures = columns >= 110 ? wideFigures(glyphs) : narrowFigures
    while !figures.isEmpty {
      let text = figures.map(\.text).joined(separator: gap)
      if TextWidth.columns(of: text) <= room { return text }
      let last = figures.map(\.rank).max()
      figures.removeAll { $0.rank == last }
    }
    return ""
  }

  /// A figure and how soon it is left out: the higher, the sooner.
  private typealias Figure = (text: String, rank: Int)

  /// Whatever the graph shows: what was, a while ago.
  private var past: LagSeries {
    model.lagSeries(report.job.id, window: .seconds(7_200), columns: 120)
  }

  private func wideFigures(_ glyphs: Glyphs) -> [Figure] {
    let past = past
    func ago(_ word: String, _ duration: Duration) -> String? {
      past.value(before: duration).map { "\(word) ago \(report.lagWord(of: .seconds($0)))" }
    }
    let figures: [(String?, Int)] = [
      (cursorWords, 0), (nowWords, 1), (ago("15m", .seconds(900)), 4),
      (ago("1h", .seconds(3_600)), 6),
      (maximumWords, 3),
      ("warning \(Wording.limit(model.lagWarning))", 5), (criticalWords, 2),
      (model.keyWords(.shorterGraph, .longerGraph, does: "window", in: glyphs), 7),
      (model.keyWords(.fold, .unfold, does: "cursor", in: glyphs), 8),
    ]
    return figures.compactMap { text, rank in text.map { ($0, rank) } }
  }

  private var narrowFigures: [Figure] {
    let before = past.value(before: .seconds(900)).map(Duration.seconds)
    let now = report.job.lag.value
    let course = before.flatMap { before in now.map { change($0 - before) } }
    let figures: [(String?, Int)] = [
      (cursorWords, 0), (nowWords, 1), (course, 3), (criticalWords, 2),
    ]
    return figures.compactMap { text, rank in text.map { ($0, rank) } }
  }

  private var nowWords: String {
    report.job.lag.value == nil
      ? "now - (\(report.lagAbsence ?? ""))" : "now \(report.lagWord)"
  }

  /// `max now` while the newest is the largest: one figure changes with each sample, not two.
  private var maximumWords: String? {
    highest.map { report.lagWord(of: .seconds($0)) }
      .map { $0 == report.lagWord ? "max now" : "max \($0)" }
  }

  private var criticalWords: String { "critical \(Wording.limit(model.lagCritical))" }

  /// `at 14:02:11 12m04s`: the column that the user looks at.
  private var cursorWords: String? {
    guard let columns = model.dashboard.graphColumns else { return nil }
    let series = model.lagSeries(report.job.id, columns: columns)
    guard let column = cursor(series) else { return nil }
    let time = "at \(Wording.timeOfDay(series.date(of: column)))"
    guard let value = series.values[column] else { return "\(time) no sample" }
    let read = series.reading[column].map { " (read \(report.lagWord(of: .seconds($0))))" } ?? ""
    return "\(time) \(report.lagWord(of: .seconds(value)))\(read)"
  }

  /// `+6m15s in 15m`.
  private func change(_ difference: Duration) -> String {
    let amount = difference < .zero ? .zero - difference : difference
    return "\(difference < .zero ? "-" : "+")\(report.lagWord(of: amount)) in 15m"
  }
}
