import MigrationWatch

/// The words above the columns, with an arrow at the one that the rows are sorted by.
struct FleetHeading {
  let sort: FleetSort
  let places: [FleetColumns.Place]

  func draw(on canvas: inout Canvas) {
    for place in places {
      let isSorted = sort.column == place.column && !(place.column == .state && place.isShort)
      let arrow = sort.isInverted ? canvas.glyphs.ascending : canvas.glyphs.descending
      let title = title(place) + (isSorted ? String(Character(arrow)) : "")
      let style = Style(isBold: true, isUnderlined: isSorted)
      canvas.mark(.sort(place.column), Region(column: place.start, rows: 1, columns: place.width))
      // The arrow may stand in the gap beside the column.
      if Self.isRight(place) {
        let trailing = place.column == .lag ? 2 : 0
        canvas.writeRight(
          title, row: 0, column: place.start - 1, width: place.width - trailing + 1, style: style)
      } else {
        canvas.write(title, row: 0, column: place.start, style: style, width: place.width + 1)
      }
    }
  }

  private func title(_ place: FleetColumns.Place) -> String {
    guard place.isShort else { return place.column.title }
    return switch place.column {
    case .state: ""
    case .progress: "PROG"
    case .lag: "PROG/LAG"
    case .name, .service, .source, .phase, .eta, .rate, .steps, .trend, .cutover, .errors, .engines,
      .age, .region, .kind, .id:
      place.column.title
    }
  }

  private static func isRight(_ place: FleetColumns.Place) -> Bool {
    switch place.column {
    case .progress, .eta, .rate, .steps, .errors, .age: true
    case .lag: !place.isShort
    case .state, .name, .service, .source, .phase, .trend, .cutover, .engines, .region, .kind, .id:
      false
    }
  }
}
