import MigrationWatch

/// Which columns a width has room for, and where they stand.
struct FleetColumns: Hashable {
  struct Place: Hashable {
    let column: FleetColumn
    /// The state without its word, the progress without its bar, the lag in one column with the progress.
    let isShort: Bool
    let start: Int
    let width: Int
  }

  let places: [Place]

  /// The marker of the selected row and the mark.
  static let markerWidth = 2
  /// The columns that tell which job it is, the selected row's are reversed.
  var selectionWidth: Int {
    places.first { $0.column == .name }.map { $0.start + $0.width } ?? Self.markerWidth
  }

  private struct Slot: Hashable {
    let column: FleetColumn
    var isShort = false
  }

  private static let widestName = 40

  init(width: Int, sourceWidth: Int, choice: ColumnChoice) {
    let chooser = Chooser(width: width, sourceWidth: sourceWidth)
    let slots =
      choice.scrolled.map(chooser.fitting)
      ?? (width < Chooser.narrow ? chooser.narrowest : chooser.usual)
    let others = slots.filter { $0.column != .name }
    let used = others.map { chooser.width(of: $0) + 1 }.reduce(0, +)
    let nameWidth = min(Self.widestName, max(0, width - Self.markerWidth - used))
    var start = Self.markerWidth
    var places: [Place] = []
    for slot in slots {
      let width = slot.column == .name ? nameWidth : chooser.width(of: slot)
      places.append(
        Place(column: slot.column, isShort: slot.isShort, start: start, width: width))
      start += width + 1
    }
    self.places = places
  }

  /// Fills a width with columns.
  private struct Chooser {
    let width: Int
    let sourceWidth: Int

    /// Below it nothing has its usual form.
    static let narrow = 50

    /// What is added behind the columns that are always there, where there is room.
    private static let extras: [FleetColumn] = [
      .service, .phase, .eta, .progress, .rate, .steps, .trend, .source, .cutover, .engines,
    ]

    /// The columns that matter most, in their order.
    var usual: [Slot] {
      var chosen = [Slot(column: .progress, isShort: true)]
      chosen += [.state, .name, .lag, .errors, .age].map { Slot(column: $0) }
      for extra in Self.extras {
        let more = chosen.filter { $0.column != extra } + [Slot(column: extra)]
        guard needed(more) <= width else { break }
        chosen = more
      }
      return FleetColumn.allCases.flatMap { column in chosen.filter { $0.column == column } }
    }

    /// The name shrinks to 8 columns, then age, errors and figures go.
    var narrowest: [Slot] {
      let short = [
        Slot(column: .state, isShort: true), Slot(column: .name), Slot(column: .lag, isShort: true),
      ]
      let full = short + [Slot(column: .errors), Slot(column: .age)]
      return [full, full.dropLast(), short].first { needed($0, name: 8) <= width }
        ?? Array(short.prefix(2))
    }

    /// State and name, and of the columns the first ones that fit behind them.
    func fitting(_ columns: ArraySlice<FleetColumn>) -> [Slot] {
      let isNarrow = width < Self.narrow
      var slots = [Slot(column: .state, isShort: isNarrow), Slot(column: .name)]
      for column in columns {
        let more = slots + [Slot(column: column, isShort: isNarrow && column == .progress)]
        guard needed(more, name: isNarrow ? 8 : 16) <= width else { break }
        slots = more
      }
      return slots
    }

    private func needed(_ slots: [Slot], name: Int = 16) -> Int {
      slots.map { ($0.column == .name ? name : width(of: $0)) + 1 }.reduce(0, +) - 1 + markerWidth
    }

    func width(of slot: Slot) -> Int {
      switch slot.column {
      case .state: slot.isShort ? 1 : 7
      case .name: 16
      case .service: 3
      case .source: sourceWidth
      case .phase, .lag: 8
      case .progress: slot.isShort ? 4 : 12
      case .eta: 7
      case .rate: 6
      case .steps, .cutover: 5
      case .errors, .age: 4
      case .trend, .kind: 12
      case .engines: 13
      case .region: 14
      case .id: 18
      }
    }
  }
}
