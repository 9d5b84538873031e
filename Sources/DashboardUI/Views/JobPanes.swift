import MigrationModel
import MigrationWatch

/// Draws one pane of the job view into its box.
struct JobPanes {
  let model: DashboardViewModel
  let report: JobReport
  let layout: JobLayout
  let lag: LagPane

  /// Whether every other pane is behind this one.
  private var isAlone: Bool { layout.places.count == 1 }

  func draw(_ pane: Pane, on canvas: inout Canvas) {
    let isActive = pane == model.place.pane
    let content = content(of: pane, canvas.bounds.inset(rows: 1, columns: 2).size)
    let title = title(pane, canvas.size.columns, canvas.glyphs)
    let inside = canvas.box(
      title: title, trailing: trailing(pane, title, canvas.size.columns, canvas.glyphs),
      footer: footer(pane, content?.count ?? 0, canvas.size),
      style: isActive ? Style(tone: .accent) : .muted,
      // Reversed, so that the active pane shows without colours.
      titleStyle: Style(tone: .accent, isBold: true, isReversed: isActive && !isAlone))
    canvas.draw(in: inside) { canvas in
      if let content {
        content.draw(from: isActive ? model.place.top : 0, on: &canvas)
      } else {
        lag.draw(on: &canvas)
      }
    }
  }

  /// The lines of a pane with that much room inside; `nil` for the one that is a graph.
  func content(of pane: Pane, _ size: Size) -> (any JobPaneContent)? {
    switch pane {
    case .progress:
      ProgressPane(model: model, report: report, isWhole: isWhole, isAlone: layout.hasTabs)
        .content(size)
    case .lag: nil
    case .errors: JobErrorsPane(report: report).content(size)
    case .events: JobEventsPane(entries: model.timeline(of: report.job.id))
    case .cutover: CutoverPane(model: model, report: report).content(size)
    case .steps: JobStepsPane(rows: model.stepRows(report.job.id).rows, columns: size.columns)
    }
  }

  /// A zoomed pane leaves nothing out: it can be scrolled.
  private var isWhole: Bool { model.place.isZoomed }

  private func title(_ pane: Pane, _ columns: Int, _ glyphs: Glyphs) -> String {
    let name = "\(pane.rawValue) \(pane.title)"
    return switch pane {
    case .lag: "\(name)  \(lag.title(columns, glyphs))"
    case .errors: "\(name) (\(errorCount))"
    case .progress, .events, .cutover, .steps: name
    }
  }

  /// `2`, or `3 kinds, 44 hits` where a service's log has some of them more than once.
  private var errorCount: String {
    let errors = report.errors
    let hits = errors.reduce(0) { $0 + ($1.times ?? 1) }
    return hits == errors.count ? "\(hits)" : "\(errors.count) kinds, \(hits) hits"
  }

  private func trailing(
    _ pane: Pane, _ title: String, _ columns: Int, _ glyphs: Glyphs
  ) -> String {
    let room = columns - TextWidth.columns(of: title) - 9
    if layout.hasTabs, !isAlone, !pane.isAlwaysThere { return otherTabs(pane, room) }
    switch pane {
    case .progress: return "steps \(report.stepsWord)"
    case .lag: return lag.trailing(columns, room, glyphs)
    case .errors:
      return report.errors.isEmpty ? "" : model.keyWords(.errors, does: "all", in: glyphs)
    case .events: return model.keyWords(.events, does: "of all jobs", in: glyphs)
    case .cutover: return report.cutoverCounts
    case .steps: return model.keyWords(.steps, does: "full tree", in: glyphs)
    }
  }

  /// Which lines are shown of a pane that has more, and the way to the other panes.
  private func footer(_ pane: Pane, _ count: Int, _ size: Size) -> String {
    let rows = size.rows - 2
    let top = pane == model.place.pane ? min(model.place.top, max(0, count - rows)) : 0
    let position =
      count > rows && rows > 0 ? "\(top + 1)-\(min(count, top + rows)) of \(count)" : ""
    guard isAlone else { return position }
    return [position, otherTabs(pane, size.columns - position.count - 9)]
      .filter { !$0.isEmpty }.joined(separator: "   ")
  }

  /// `4 events  5 cut-over  6 steps`, or the digits alone.
  private func otherTabs(_ pane: Pane, _ room: Int) -> String {
    let hidden = Pane.allCases.filter { $0 != pane && (isAlone || !$0.isAlwaysThere) }
    let words = hidden.map { "\($0.rawValue) \($0.title)" }.joined(separator: "  ")
    return words.count <= room
      ? words : hidden.map { "\($0.rawValue)" }.joined(separator: " ")
  }
}

extension Pane {
  /// In every arrangement of more than one pane.
  fileprivate var isAlwaysThere: Bool {
    switch self {
    case .progress, .lag: true
    case .errors, .events, .cutover, .steps: false
    }
  }
}
