import MigrationWatch

/// A column of the sources.
enum SourceColumn: Hashable {
  case health, name, service, region, authentication
  case lastSuccess, next, latency, calls, clock, jobs
  case endpoint, error, remedy

  var title: String {
    switch self {
    case .health: "HEALTH"
    case .name: "SOURCE"
    case .service: "SVC"
    case .region: "REGION"
    case .authentication: "AUTH"
    case .lastSuccess: "LAST OK"
    case .next: "NEXT"
    case .latency: "LATENCY"
    case .calls: "CALLS/MIN"
    case .clock: "CLOCK"
    case .jobs: "JOBS"
    case .endpoint: "ENDPOINT"
    case .error: "LAST ERROR"
    case .remedy: "WHAT TO DO"
    }
  }

  /// Of a figure, which is never cut, or of a text, which may be.
  var width: Int {
    switch self {
    case .health, .name: 10
    case .service: 3
    case .region: 14
    case .authentication: 6
    case .lastSuccess, .latency: 7
    case .next, .jobs: 4
    case .calls: 9
    case .clock: 6
    case .endpoint: 40
    case .error: 32
    case .remedy: 29
    }
  }

  var isFigure: Bool {
    switch self {
    case .lastSuccess, .next, .latency, .calls, .clock, .jobs: true
    case .health, .name, .service, .region, .authentication, .endpoint, .error, .remedy: false
    }
  }
}

/// Which columns of the sources a width has room for, and where they stand.
struct SourceColumns: Hashable {
  struct Place: Hashable {
    let column: SourceColumn
    let start: Int
    let width: Int
  }

  let places: [Place]

  private static let markerWidth = 2
  private static let widestName = 13
  private static let all: [SourceColumn] = [
    .health, .name, .service, .region, .authentication, .lastSuccess, .next, .latency, .calls,
    .clock, .jobs, .endpoint, .error, .remedy,
  ]
  /// In the order in which they are added where there is room.
  private static let extras: [SourceColumn] = [
    .lastSuccess, .next, .calls, .jobs, .service, .authentication, .latency, .clock, .endpoint,
    .region, .error, .remedy,
  ]

  init(width: Int) {
    var chosen: Set<SourceColumn> = [.health, .name]
    for extra in Self.extras {
      let more = chosen.union([extra])
      guard Self.needed(more) <= width else { break }
      chosen = more
    }
    let nameWidth = min(
      Self.widestName, max(0, SourceColumn.name.width + width - Self.needed(chosen)))
    var start = Self.markerWidth
    places = Self.all.filter(chosen.contains).map { column in
      let place = Place(
        column: column, start: start, width: column == .name ? nameWidth : column.width)
      start += place.width + 1
      return place
    }
  }

  private static func needed(_ columns: Set<SourceColumn>) -> Int {
    markerWidth + columns.map { $0.width + 1 }.reduce(-1, +)
  }
}
