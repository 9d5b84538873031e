import MigrationWatch

/// A column of the fleet table.
enum FleetColumn: Hashable {
  /// The state as one glyph, where its word has no room.
  case glyph
  case state, name, service, source, phase
  /// Bar and percentage.
  case progress
  /// The percentage alone.
  case percent
  /// The lag of a replicating job, else the percentage.
  case percentOrLag
  case eta, rate, steps, lag, trend, cutover, errors, engines, age
}

/// Which columns a width has room for, and where they stand.
struct FleetColumns: Hashable {
  struct Place: Hashable {
    let column: FleetColumn
    let start: Int
    let width: Int
  }

  let places: [Place]
  /// How many columns there are, those without room included.
  static let count = all.count

  /// The marker of the selected row and the mark.
  static let markerWidth = 2
  /// The columns that tell which job it is, the selected row's are reversed.
  var selectionWidth: Int {
    places.first { $0.column == .name }.map { $0.start + $0.width } ?? Self.markerWidth
  }

  private static let all: [FleetColumn] = [
    .state, .name, .service, .source, .phase, .progress, .eta, .rate, .steps, .lag, .trend,
    .cutover,
    .errors, .engines, .age,
  ]
  /// In the order in which they are added where there is room.
  private static let extras: [FleetColumn] = [
    .service, .phase, .eta, .progress, .rate, .steps, .trend, .source, .cutover, .engines,
  ]

  init(width: Int, sourceWidth: Int) {
    let columns = Self.chosen(width, sourceWidth)
    let fixed = columns.filter { $0 != .name }.map { Self.width($0, sourceWidth) + 1 }.reduce(0, +)
    let nameWidth = min(40, max(0, width - Self.markerWidth - fixed))
    var start = Self.markerWidth
    var places: [Place] = []
    for column in columns {
      let width = column == .name ? nameWidth : Self.width(column, sourceWidth)
      places.append(Place(column: column, start: start, width: width))
      start += width + 1
    }
    self.places = places
  }

  private static func chosen(_ width: Int, _ sourceWidth: Int) -> [FleetColumn] {
    guard width >= 50 else { return tiny(width) }
    var chosen: Set<FleetColumn> = [.state, .name, .percent, .lag, .errors, .age]
    for extra in extras {
      var more = chosen
      more.insert(extra)
      if extra == .progress { more.remove(.percent) }
      guard needed(more, sourceWidth) <= width else { break }
      chosen = more
    }
    let order: [FleetColumn] = all.flatMap { $0 == .progress ? [.progress, .percent] : [$0] }
    return order.filter(chosen.contains)
  }

  /// Below 50 columns the name shrinks to 8, then age, errors and figures go.
  private static func tiny(_ width: Int) -> [FleetColumn] {
    let wanted: [[FleetColumn]] = [
      [.glyph, .name, .percentOrLag, .errors, .age], [.glyph, .name, .percentOrLag, .errors],
      [.glyph, .name, .percentOrLag],
    ]
    return wanted.first { needed(Set($0), 0, name: 8) <= width } ?? [.glyph, .name]
  }

  private static func needed(
    _ columns: Set<FleetColumn>, _ sourceWidth: Int, name: Int = 16
  ) -> Int {
    columns.map { ($0 == .name ? name : Self.width($0, sourceWidth)) + 1 }.reduce(0, +) - 1
      + markerWidth
  }

  private static func width(_ column: FleetColumn, _ sourceWidth: Int) -> Int {
    switch column {
    case .glyph: 1
    case .state: 7
    case .name: 16
    case .service: 3
    case .source: sourceWidth
    case .phase: 8
    case .progress: 12
    case .percent: 4
    case .percentOrLag: 8
    case .eta: 7
    case .rate: 6
    case .steps: 5
    case .lag: 8
    case .trend: 12
    case .cutover: 5
    case .errors: 4
    case .engines: 13
    case .age: 4
    }
  }
}
