import MigrationModel
import MigrationWatch

/// One value of a row.
struct FleetCell {
  let report: JobReport
  let model: DashboardViewModel
  let isSelected: Bool

  func draw(_ place: FleetColumns.Place, on canvas: inout Canvas, line: Int) {
    func text(_ text: String, _ style: Style = Style()) {
      canvas.write(text, row: line, column: place.start, style: style, width: place.width)
    }
    func number(_ text: String, _ style: Style = Style()) {
      canvas.writeNumber(
        text, row: line, column: place.start, width: place.width, style: style)
    }
    switch place.column {
    case .state: drawState(place, on: &canvas, line: line)
    case .name: text(name(canvas.glyphs, width: place.width), selectable(Style()))
    case .service: text(report.job.service.tag)
    case .source: text(report.job.id.source)
    case .phase: text(report.phaseWord)
    case .progress:
      if place.isShort {
        number(report.percentWord, figureStyle)
      } else {
        drawProgress(place, on: &canvas, line: line)
      }
    case .eta: number(report.etaWord, figureStyle)
    case .rate: number(report.rateWord, figureStyle)
    case .steps: number(report.stepsWord, figureStyle)
    case .lag:
      let isProgress = place.isShort && report.job.lag.value == nil
      drawLag(isProgress ? report.percentWord : report.lagWord, place, on: &canvas, line: line)
    case .trend: drawTrend(place, on: &canvas, line: line)
    case .cutover: text(report.cutoverWord, cutoverStyle)
    case .errors:
      number("\(report.errorCount)", report.errorCount == 0 ? .muted : Style(tone: .bad))
    case .engines: text(report.enginesWord)
    case .age: number(report.ageWord, ageStyle)
    case .region: text(region ?? Wording.absent)
    case .kind: text(report.job.kind?.rawValue ?? Wording.absent)
    case .id: text(id(place.width, canvas.glyphs))
    }
  }

  /// In ASCII a name in another script is all replacements: the beginning of the id tells it from others.
  private func name(_ glyphs: Glyphs, width: Int) -> String {
    let title = model.title(of: report.job)
    guard !glyphs.canShow(report.job.name) else { return title }
    let id = report.job.id.native.prefix(4)
    return TextWidth.cut(
      report.job.name, to: max(1, width - 1 - id.count), mark: Character(glyphs.ellipsis))
      + " \(id)"
  }

  private var region: String? {
    model.dashboard.shown.source(report.job.id.source)?.source.region
  }

  /// Ids differ at their ends.
  private func id(_ width: Int, _ glyphs: Glyphs) -> String {
    let id = report.job.id.native
    return id.count <= width ? id : "\(Character(glyphs.ellipsis))\(id.suffix(width - 1))"
  }

  /// A state that is new stands out, in mono too, and nothing blinks.
  private func drawState(
    _ place: FleetColumns.Place, on canvas: inout Canvas, line: Int
  ) {
    var style = selectable(report.state.style)
    if model.isNews(report) {
      style.isBold = true
      style.isUnderlined = true
    }
    let state = report.state
    canvas.write(
      place.isShort ? state.glyph : "\(state.glyph) \(state.word)", row: line,
      column: place.start, style: style, width: place.width)
  }

  /// What tells the job apart is reversed in a selected row. Colours on it would not read on every
  /// terminal; the figures keep theirs, and a move costs half the bytes.
  private func selectable(_ style: Style) -> Style {
    isSelected ? Style(isBold: style.isBold, isReversed: true) : style
  }

  private func drawProgress(
    _ place: FleetColumns.Place, on canvas: inout Canvas, line: Int
  ) {
    canvas.progressBar(
      report.fraction, row: line, column: place.start, width: 7,
      style: report.isStale ? .muted : Style(tone: .accent))
    canvas.writeNumber(
      report.percentWord, row: line, column: place.start + 8, width: 4, style: figureStyle)
  }

  private func drawLag(
    _ value: String, _ place: FleetColumns.Place, on canvas: inout Canvas, line: Int
  ) {
    canvas.writeNumber(
      value, row: line, column: place.start, width: place.width - 2, style: lagStyle)
    canvas.write(
      report.trendMark, row: line, column: place.start + place.width - 1, style: lagStyle,
      width: 1)
  }

  private func drawTrend(
    _ place: FleetColumns.Place, on canvas: inout Canvas, line: Int
  ) {
    let series = model.lagSeries(report.job.id, window: .seconds(900), columns: place.width)
    guard series.maximum != nil else {
      canvas.dots(row: line, column: place.start, width: place.width, style: .muted)
      return
    }
    canvas.sparkline(
      series.values, maximum: max(series.maximum ?? 0, 5), row: line, column: place.start,
      width: place.width, style: lagStyle)
  }

  private var lagStyle: Style {
    report.isStale ? .muted : model.severity(of: report).style
  }

  /// Figures that are too old to go by stand back; the state says it in words.
  private var figureStyle: Style { report.isStale ? .muted : Style() }

  private var cutoverStyle: Style {
    report.isReady ? Style(tone: .good, isBold: true) : .muted
  }

  /// The first step is here alone: the figures are still good, and somebody may wonder why they stand still.
  private var ageStyle: Style {
    if report.isStale { return Style(tone: .warning, isBold: true) }
    return model.isLate(report) ? Style(tone: .warning) : .muted
  }
}
