/// How many jobs of the whole each service plays.
struct FleetShare: Equatable {
  private(set) var relationalMigrator = 0
  private(set) var dts = 0
  private(set) var drs = 0

  /// Turn by turn up to the cast of 23 (7, 8 and 8). After that one in twenty is Relational
  /// Migrator's: it lists its whole history in one answer.
  init(jobs: Int) {
    for number in 0..<max(0, jobs) {
      switch number {
      case ..<21: give(to: number % 3)
      case 21: dts += 1
      case 22: drs += 1
      default:
        let turn = (number - 23) % 20
        give(to: turn == 19 ? 0 : 1 + turn % 2)
      }
    }
  }

  private mutating func give(to service: Int) {
    switch service {
    case 0: relationalMigrator += 1
    case 1: dts += 1
    default: drs += 1
    }
  }
}
