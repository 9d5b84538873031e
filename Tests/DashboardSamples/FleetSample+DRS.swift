import MigrationModel

extension FleetSample {
  static var drsStories: [JobStory] {
    [
      erp, officeDocuments, shardedOrders, ledger, members, mart, humanResources, telemetry, plant,
    ]
  }

  /// The last answer before the source was throttled.
  private static let lastAnswer = ago(14, 22, 43)

  /// The parts of a task by how far they are: structure, data, indexes, incremental.
  private static func steps(
    _ done: [Double], _ state: Step.State = .running, incremental: Step.State = .pending
  ) -> [Step] {
    let names = [("struct", "Structure"), ("data", "Full data"), ("index", "Indexes")]
    let full = zip(names, done).map { name, fraction in
      let part: Step.State = fraction == 1 ? .done : fraction > 0 ? state : .pending
      return Step(
        id: name.0, name: name.0, label: name.1, state: part,
        phase: name.0 == "struct" ? .schema : .full, fraction: fraction)
    }
    let last = Step(
      id: "incr", name: "incr", label: "Incremental", state: incremental, phase: .incremental,
      lag: .absent(.notStarted))
    return full + [last]
  }

  /// Failed for the fourth time: the counters fell three times.
  private static var erp: JobStory {
    var job = Job(
      "erp-oracle-gauss", "drs-bj", id: "4f0a9c1e-7b52-4d1f-9e0c-3a61c02jb101", .failed, .full,
      "FULL_TRANSFER_FAILED", ("oracle", "10.20.4.17:1521/ERP"), ("gaussdbv5", "gauss-erp-01"))
    job.progress = Progress(fraction: 0.61, quality: .exact)
    let message =
      "service DATAMOVE failed, cause by: ORA-01555: snapshot too old: rollback segment number 12 "
      + "with name \"_SYSSMU12$\" too small\n"
      + "Failed to fetch rows from \"ERP\".\"LINE_ITEMS\" WHERE ID BETWEEN 700000001 AND 800000000\n"
      + "␛[31mrollback segment number 12␛[0m\nurl=jdbc:oracle:thin:@//10.20.4.17:1521/ERP"
    job.failure = Failure(message: message, at: at(14, 2, 11), location: "\"ERP\".\"LINE_ITEMS\"")
    job.steps = steps([1, 0.61, 0], .failed)
    job.steps[1].error = Step.Error(message: message)
    let failures = [at(13, 20, 44), at(13, 34, 31), at(13, 47, 2), at(14, 2, 11)]
    let times = [ago(13, 10), ago(13, 20, 44), ago(13, 21, 44), ago(13, 34, 31), ago(13, 35, 31)]
    return JobStory(job, ago: times + [ago(13, 47, 2), ago(13, 48, 2), ago(14, 2, 11), lastAnswer])
    { job, ago in
      let date = moment(ago: ago).date
      let attempt = failures.count { $0 < date }
      job.progress.rows.done = 612_000_000
      guard failures.contains(date) || ago == lastAnswer else {
        job.progress.rows.done = Int64(attempt) * 1_000
        job.state = .running
        job.nativeStatus = "FULL_TRANSFER_STARTED"
        job.failure = nil
        return
      }
    }
  }

  /// Nothing moves since 13:57:07.
  private static var officeDocuments: JobStory {
    var job = Job(
      "oa-docs-full", "drs-bj", id: "6c1e0b7a-2d0f-4b57-8f2e-51aa700jb103", .running, .full,
      "FULL_TRANSFER_STARTED", ("mysql", "10.20.6.3:3306"), ("gauss", "gauss-oa-01"))
    job.progress = Progress(fraction: 0.47, quality: .exact)
    job.steps = steps([1, 0.47, 0])
    return JobStory(job, ago: every(12, from: ago(13, 57, 7), until: lastAnswer))
  }

  private static var shardedOrders: JobStory {
    var job = Job(
      "ddm-orders-8shard", "drs-bj", id: "90bd3b5c-6e6e-4c32-9c53-78c10f0jb104", .warning, .full,
      "FULL_TRANSFER_STARTED", ("ddm", "ddm-orders"), ("mysql", "rds-orders-01"))
    job.progress = Progress(quality: .exact)
    job.steps = steps([1, 0.72, 0])
    job.steps[1].children = (1...8).map { number in
      Step(
        id: "90bd3b5c-child-\(number)", name: "child \(number)", label: "child \(number)",
        state: number == 5 ? .warning : .running, nativeState: "FULL_TRANSFER_STARTED",
        phase: .full)
    }
    job.steps[1].children[4].error = Step.Error(
      message: "service DATAMOVE failed, cause by: Unable to connect to DBMS: url=jdbc:mysql")
    return JobStory(job, ago: every(30, from: ago(14, 5, 13), until: lastAnswer)) { job, ago in
      job.progress.fraction = 0.72 - (ago - lastAnswer) * 0.000_015_5
    }
  }

  private static var ledger: JobStory {
    let job = Job(
      "finance-ledger", "drs-bj", id: "1b27d2a4-9f70-4ce4-bd35-0c12d7ajb105", .unknown, .unknown,
      "FROZEN", ("mysql", "10.20.7.9:3306"), ("mysql", "rds-ledger-01"))
    return JobStory(job, ago: lastAnswer)
  }

  private static var members: JobStory {
    var job = Job(
      "members-华北", "drs-bj", id: "c3f7b1d6-0e4a-46f0-9b2a-6de0151jb106", .running, .incremental,
      "INCRE_TRANSFER_STARTED", ("mysql", "10.20.8.1:3306"), ("mysql", "rds-members-01"))
    job.throughput.rowsPerSecond = 310
    job.steps = steps([1, 1, 1], incremental: .running)
    return JobStory(job, ago: every(20, from: 3_700, until: lastAnswer)) { job, ago in
      job.set(lag: 0.4 + noise(ago) * 0.1)
    }
  }

  private static var mart: JobStory {
    var job = Job(
      "bi-mart-dws", "drs-bj", id: "e5ab12c0-53d7-4c0b-8b44-1f5a9c0jb107", .running, .precheck,
      "CONFIGURATION", ("pg", "10.20.9.4:5432"), ("dws", "dws-bi-01"))
    job.progress = Progress(fraction: 0.56, quality: .exact)
    job.steps = steps([0, 0, 0])
    return JobStory(job, ago: every(20, from: ago(14, 12), until: lastAnswer)) { job, ago in
      job.progress.fraction = 0.56 - (ago - lastAnswer) * 0.001
      guard ago > self.ago(14, 18, 20) else { return }
      job.phase = .pending
      job.progress = Progress()
    }
  }

  private static var humanResources: JobStory {
    var job = Job(
      "hr-archive-2019", "drs-bj", id: "08c5f5e2-41f7-40c6-8ff1-ea7ba0djb108", .running, .stopping,
      "RELEASE_RESOURCE_STARTED", ("oracle", "10.20.3.2:1521"), ("pg", "rds-hr-01"),
      replicates: false)
    job.steps = steps([1, 1, 1], incremental: .running)
    return JobStory(job, ago: every(20, from: ago(14, 12), until: lastAnswer)) { job, ago in
      if ago > self.ago(14, 19, 44) { job.phase = .incremental }
    }
  }

  private static var telemetry: JobStory {
    var job = Job(
      "iot-telemetry", "drs-bj", id: "b9e0a1c7-5f1b-4f5c-a0be-2c44e1djb109", .paused, .incremental,
      "PAUSING", ("mongo", "10.20.5.5:27017"), ("dds", "dds-iot-01"))
    job.steps = steps([1, 1, 1], incremental: .paused)
    return JobStory(job, ago: every(60, from: 3_700, until: lastAnswer)) { job, _ in
      job.set(lag: 2)
    }
  }

  private static var plant: JobStory {
    var job = Job(
      "mes-plant-07", "drs-bj", id: "77a0c9d2-3f6c-4f0a-8d2f-90e1b2fjb10a", .done, .none,
      "RELEASE_RESOURCE_COMPLETE", ("mysql", "10.20.2.8:3306"), ("mysql", "rds-mes-01"))
    job.progress = Progress(fraction: 1, quality: .exact)
    job.steps = steps([1, 1, 1], incremental: .done)
    return JobStory(job, ago: lastAnswer)
  }
}
