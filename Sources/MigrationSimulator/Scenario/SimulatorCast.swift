/// The jobs of a scenario, each with its service, and how many more fill the fleets.
struct SimulatorCast {
  private(set) var relationalMigrator: [RelationalMigratorRole] = []
  private(set) var dts: [DTSRole] = []
  private(set) var drs: [DRSRole] = []
  /// Beside the stated ones.
  let share: FleetShare

  /// - Parameter jobs: In all; fewer than stated plays the first of them.
  init(_ scenario: Scenario, jobs: Int) {
    let stated = scenario.cast.prefix(max(0, jobs))
    share = FleetShare(jobs: jobs - stated.count)
    for job in stated {
      switch job.story {
      case .relationalMigrator(let story): relationalMigrator.append(.init(job, story: story))
      case .dts(let story): dts.append(DTSRole(job, story: story))
      case .drs(let story): drs.append(DRSRole(job, story: story))
      }
    }
    // An instance lists its newest job first, and what lives is the newest.
    relationalMigrator =
      relationalMigrator.filter { $0.story.end == nil }
      + relationalMigrator.filter { $0.story.end != nil }
  }
}

extension SimulatorCast {
  func relationalMigratorFleet(seed: UInt64) -> RelationalMigratorFleet {
    RelationalMigratorFleet(
      seed: seed, count: relationalMigrator.count + share.relationalMigrator,
      cast: relationalMigrator)
  }

  func dtsFleet(seed: UInt64) -> DTSFleet {
    DTSFleet(seed: seed, count: dts.count + share.dts, stated: dts)
  }

  func drsFleet(seed: UInt64) -> DRSFleet {
    DRSFleet(seed: seed, count: drs.count + share.drs, stated: drs)
  }
}

extension Scenario {
  /// In all: those that are stated, unless the file says how many.
  package var jobCount: Int? { jobs ?? (cast.isEmpty ? nil : cast.count) }
}
