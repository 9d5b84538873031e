package import MigrationWatch

/// Which panes of the job view stand where: a function of the room and the active pane.
package struct JobLayout: Hashable {
  package struct Place: Hashable {
    package let pane: Pane
    package let region: Region
  }

  package let places: [Place]
  /// Whether some panes have no place, so that the active one names them.
  let hasTabs: Bool

  /// - Parameters:
  ///   - size: Below the heading.
  ///   - hasGraph: Whether there is a lag to draw; without one its pane is one line.
  package init(_ size: Size, active: Pane, isZoomed: Bool, hasGraph: Bool) {
    let body = Region(rows: size.rows, columns: size.columns)
    let bands = isZoomed || size.columns < 80 ? nil : JobBands(size, hasGraph: hasGraph)
    if let bands, size.columns >= 180 {
      places = Self.inColumns(body, bands)
    } else if let bands, size.columns >= 110 {
      places = Self.inQuarters(body, bands, active)
    } else if let bands {
      places = Self.stacked(body, bands, active)
    } else if !isZoomed, size.columns >= 80, size.rows >= 8, active != .progress {
      let parts = body.split(top: 5)
      places = [Place(pane: .progress, region: parts.top), Place(pane: active, region: parts.rest)]
    } else {
      places = [Place(pane: active, region: body)]
    }
    hasTabs = places.count < 4
  }

  func region(of pane: Pane) -> Region? { places.first { $0.pane == pane }?.region }

  private static func inColumns(_ body: Region, _ bands: JobBands) -> [Place] {
    let (top, graph, bottom) = bands.split(body)
    let first = top.split(left: max(64, body.columns * 32 / 100))
    let second = first.rest.split(right: max(60, body.columns * 30 / 100))
    let lower = bottom.split(left: body.columns * 3 / 5)
    return [
      Place(pane: .progress, region: first.left), Place(pane: .cutover, region: second.rest),
      Place(pane: .steps, region: second.right), Place(pane: .lag, region: graph),
      Place(pane: .errors, region: lower.left), Place(pane: .events, region: lower.rest),
    ]
  }

  /// Steps take the place of the events while they are the active pane.
  private static func inQuarters(_ body: Region, _ bands: JobBands, _ active: Pane) -> [Place] {
    let (top, graph, bottom) = bands.split(body)
    let upper = top.split(left: body.columns / 2)
    let lower = bottom.split(left: body.columns * 3 / 5)
    return [
      Place(pane: .progress, region: upper.left), Place(pane: .cutover, region: upper.rest),
      Place(pane: .lag, region: graph), Place(pane: .errors, region: lower.left),
      Place(pane: active == .steps ? .steps : .events, region: lower.rest),
    ]
  }

  private static func stacked(_ body: Region, _ bands: JobBands, _ active: Pane) -> [Place] {
    let (top, graph, bottom) = bands.split(body)
    let lower: Pane =
      switch active {
      case .progress, .lag: .errors
      case .errors, .events, .cutover, .steps: active
      }
    return [
      Place(pane: .progress, region: top), Place(pane: .lag, region: graph),
      Place(pane: lower, region: bottom),
    ]
  }
}
