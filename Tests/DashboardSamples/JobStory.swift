import MigrationModel

/// What the readings of one job told, one after the other.
struct JobStory {
  struct Reading {
    /// Seconds before ``FleetSample/now``.
    let ago: Double
    let job: Job
  }

  private(set) var readings: [Reading] = []

  /// A job that was read once.
  init(_ job: Job, ago: Double) { self.init(job, ago: [ago]) }

  /// A job that was read several times. `change` sets what differs from the last reading.
  init(_ job: Job, ago times: [Double], change: (inout Job, Double) -> Void = { _, _ in }) {
    readings = times.map { ago in
      var job = job
      change(&job, ago)
      job.observedAt = FleetSample.moment(ago: ago).date
      job.figuresReadAt = job.observedAt
      if !job.steps.isEmpty { job.stepsObservedAt = job.observedAt }
      return Reading(ago: ago, job: job)
    }
  }
}

extension Job {
  init(
    _ name: String, _ source: String, id: String, _ state: State, _ phase: Phase, _ word: String,
    _ from: (engine: String, address: String), _ to: (engine: String, address: String),
    replicates: Bool = true
  ) {
    let service: Service =
      switch source {
      case "rm-lab": .relationalMigrator
      case "drs-bj": .drs
      default: .dts
      }
    self.init(
      id: ID(source: source, native: id), service: service, name: name, kind: .migration,
      state: state, phase: phase, nativeStatus: word, observedAt: FleetSample.now.date,
      lag: .absent(phase == .incremental ? .notReported : .notApplicable))
    self.replicates = replicates
    self.from = DatabaseEndpoint(engine: from.engine, address: from.address, database: nil)
    self.to = DatabaseEndpoint(engine: to.engine, address: to.address, database: nil)
  }

  mutating func set(lag seconds: Double, kind: Lag.Kind = .eventAge) {
    let value = Duration.milliseconds(Int64(max(0, seconds) * 1000))
    lag = .measured(.init(value: value, kind: kind))
  }
}

/// Times of readings in seconds before now, oldest first.
func every(_ seconds: Double, from start: Double, until end: Double) -> [Double] {
  Array(stride(from: end, through: start, by: seconds).reversed())
}

/// A little unrest that is the same every time, between -1 and 1.
func noise(_ ago: Double) -> Double {
  let number = (Int(ago) &* 7_919 &+ 104_729) % 1_000
  return Double(number) / 500 - 1
}
