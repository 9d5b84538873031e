/// What is to be played: the jobs that matter, and what goes wrong.
///
/// Its words are those of a scenario file. A value that the file leaves out is `nil`, and the
/// fleet's own is played.
package struct Scenario: Sendable, Equatable {
  package enum Service: String, CaseIterable, Sendable {
    case relationalMigrator = "relational-migrator"
    case dts, drs
  }

  package enum Story: Sendable, Equatable {
    case relationalMigrator(RelationalMigratorStory)
    case dts(DTSStory)
    case drs(DRSStory)
  }

  package enum Kind: String, CaseIterable, Sendable {
    case migration, sync, subscription
    case disasterRecovery = "disaster-recovery"
  }

  package enum Task: String, CaseIterable, Sendable {
    case full, incremental
    case fullAndIncremental = "full-and-incremental"
  }

  package struct Job: Sendable, Equatable {
    package var story: Story
    package var name: String?
    package var id: String?
    package var kind: Kind?
    package var task: Task?
    package var from: String?
    package var to: String?
    /// Seconds that the full phase takes.
    package var full: Double?
    /// Seconds of the story that are over at the start.
    package var at: Double?
    package var literals: [Literal] = []

    package init(story: Story) { self.story = story }
  }

  package struct Fault: Sendable, Equatable {
    package var kind: FaultKind
    /// `nil` for each service that can have it.
    package var service: Service?
    package var match: String?
    package var count: Int?
    package var milliseconds: Int?
    /// Seconds from the start until it begins, by the clock on the wall whatever the speed.
    package var after: Double

    package init(kind: FaultKind, after: Double = 0) {
      self.kind = kind
      self.after = after
    }
  }

  /// Over all three services, the stated ones included.
  package var jobs: Int?
  package var speed: Double?
  package var seed: UInt64?
  package var relationalMigrator: RelationalMigratorVersion?
  package var cast: [Job] = []
  package var faults: [Fault] = []

  package init() {}
}

extension Scenario.Story {
  package var service: Scenario.Service {
    switch self {
    case .relationalMigrator: .relationalMigrator
    case .dts: .dts
    case .drs: .drs
    }
  }

  /// Where the job goes on by itself: a full phase of a length that can be said, from a moment that
  /// can be said.
  package var travels: Bool {
    switch self {
    case .relationalMigrator(let story): story.end == nil
    case .dts(let story): story == .travels
    case .drs(let story): story == .travels
    }
  }

  /// Of Relational Migrator, which runs one job at a time.
  package var isLive: Bool {
    guard case .relationalMigrator(let story) = self else { return false }
    return story.end == nil
  }
}

extension Scenario.Service {
  package var storyNames: [String] {
    switch self {
    case .relationalMigrator: RelationalMigratorStory.allCases.map(\.rawValue)
    case .dts: DTSStory.allCases.map(\.rawValue)
    case .drs: DRSStory.allCases.map(\.rawValue)
    }
  }

  package func story(named name: String) -> Scenario.Story? {
    switch self {
    case .relationalMigrator:
      RelationalMigratorStory(rawValue: name).map { .relationalMigrator($0) }
    case .dts: DTSStory(rawValue: name).map { .dts($0) }
    case .drs: DRSStory(rawValue: name).map { .drs($0) }
    }
  }

  package var kinds: [Scenario.Kind] {
    switch self {
    case .relationalMigrator: []
    case .dts: [.migration, .sync, .subscription]
    case .drs: [.migration, .sync, .disasterRecovery]
    }
  }

  package var faultKinds: Set<FaultKind> {
    switch self {
    case .relationalMigrator: FaultKind.ofEveryService.union([.staleScrape])
    case .dts, .drs: FaultKind.ofEveryService.union([.throttle, .expire, .unauthorized])
    }
  }
}

extension Scenario.Service {
  /// The databases at either end, in the words of the service. Relational Migrator's are sources.
  package var engines: [String] {
    switch self {
    case .relationalMigrator: RelationalMigratorEngine.allCases.map(\.rawValue)
    case .dts:
      [
        "adb", "client", "kafka", "mongodb", "mysql", "oracle", "polardb", "polardbx", "postgresql",
        "redis", "sqlserver",
      ]
    case .drs:
      [
        "dds", "ddm", "dws", "gaussdbv5", "gaussdbv5ha", "kafka", "mongodb", "mysql", "oracle",
        "postgresql", "sqlserver", "taurus",
      ]
    }
  }
}
