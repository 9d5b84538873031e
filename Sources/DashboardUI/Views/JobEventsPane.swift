import MigrationModel
import MigrationWatch

/// What happened to a job, newest first.
struct JobEventsPane: JobPaneContent {
  let entries: [TimelineEntry]

  var count: Int { max(1, entries.count) }

  func draw(_ line: Int, on canvas: inout Canvas, row: Int) {
    guard entries.indices.contains(line) else {
      canvas.write("nothing changed since the start", row: row, column: 0, style: .muted)
      return
    }
    let entry = entries[line]
    canvas.writeSentence(
      entry.at.map(Wording.timeOfDay) ?? "", row: row, column: 0, style: .muted)
    canvas.writeSentence(Self.text(of: entry), row: row, column: 9, style: style(of: entry))
  }

  /// A line of the service's log begins with its sign: `-`, or `!` and `X` for what is wrong.
  static func text(of entry: TimelineEntry) -> String {
    let sign: String? =
      switch entry.severity {
      case nil: nil
      case .info, .unknown: "-"
      case .warning: "!"
      case .error: "X"
      }
    let times = entry.times > 1 ? "x\(entry.times)" : nil
    return [sign, times, entry.text].compactMap(\.self).joined(separator: " ")
  }

  private func style(of entry: TimelineEntry) -> Style {
    switch entry.severity {
    case nil, .info, .unknown: Style()
    case .warning: Style(tone: .warning)
    case .error: Style(tone: .bad)
    }
  }
}
