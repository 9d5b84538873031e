import MigrationModel

extension FleetSample {
  static var relationalMigratorStories: [JobStory] { [retail, library, northwind] }

  private static func stages(
    _ snapshot: Step.State, _ fraction: Double?, _ second: Step.State, isVerified: Bool = false
  ) -> [Step] {
    [
      Step(
        id: "snapshot", name: "snapshot", label: "Snapshot", state: snapshot, phase: .full,
        fraction: fraction),
      isVerified
        ? Step(
          id: "verification", name: "verification", label: "Verification", state: second,
          phase: .verifying)
        : Step(id: "cdc", name: "cdc", label: "CDC", state: second, phase: .incremental),
    ]
  }

  /// Copied, but the verifier broke.
  private static var retail: JobStory {
    var job = Job(
      "wwi-retail 7c1e", "rm-lab", id: "7c1e4b0a-91a5-4d7e-9d1b-63a2b6a0f0b1", .warning, .verifying,
      "COMPLETED", ("mssql", "wwi:1433"), ("mongo", "cluster0"), replicates: false)
    job.verification = Verification(state: .aborted, nativeStatus: "ABORTED")
    job.steps = stages(.done, 1, .warning, isVerified: true)
    job.steps[1].error = Step.Error(message: "BsonValue cannot be null")
    return JobStory(job, ago: 2)
  }

  /// Its source is idle: the lag is that of the last change.
  private static var library: JobStory {
    var job = Job(
      "library-to-atlas", "rm-lab", id: "7f3d2c10-5a6b-4f0e-8f51-0c2e44d19b40", .running,
      .incremental, "RUNNING/RUNNING", ("pg", "pg-lab:5432/library"), ("mongo", "cluster1/library"))
    job.startedAt = at(9, 42)
    job.progress = Progress(
      quality: .estimated, tables: .init(done: 16, total: 16),
      rows: .init(done: 97_363, total: 97_363), bytes: .init(done: 20_800_000))
    job.throughput = Throughput(
      rowsPerSecond: 0, eventsLastMinute: 0, eventsLastHour: 212, lastEventAt: at(13, 41, 52))
    job.steps = stages(.done, 1, .running)
    return JobStory(job, ago: every(20, from: 3_700, until: 2)) { job, _ in
      job.set(lag: 1.2, kind: .pipeline)
    }
  }

  private static var northwind: JobStory {
    var job = Job(
      "northwind 40be", "rm-lab", id: "40be7d55-7c8c-44f4-8d5e-3d4cf2aa1c02", .stopped, .full,
      "CANCELLED", ("oracle", "ora-lab:1521"), ("mongo", "cluster1"), replicates: false)
    job.progress = Progress(fraction: 0.08, quality: .estimated)
    job.steps = stages(.stopped, 0.08, .pending)
    return JobStory(job, ago: 2)
  }
}
