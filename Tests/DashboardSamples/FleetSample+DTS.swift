import MigrationModel

extension FleetSample {
  static var dtsStories: [JobStory] {
    [
      customers, orders, reports, auditLog, userCenter, payments, inventory, nextYear,
      singaporeSync("catalog-sg-sync", id: "sg8c12f7h1790001", engine: "mysql", lag: 0.8),
      singaporeSync("wallet-id-sync", id: "sg8c12f7h1790002", engine: "pg", lag: 2.1), loyalty,
    ]
  }

  /// When the token of one source expired.
  private static let lastOfSingapore = ago(14, 16, 40)

  /// The usual steps of a task, by number, those before `current` finished.
  static func dtsSteps(_ names: [DTSPart], current: Int, _ state: Step.State) -> [Step] {
    names.enumerated().map { index, part in
      let stepState: Step.State = index < current ? .done : index == current ? state : .pending
      var step = Step(
        id: part.name, name: part.name, label: part.label, code: part.code, state: stepState,
        nativeState: stepState == .done ? "Finished" : stepState == .pending ? "NotStarted" : nil,
        phase: part.phase, fraction: part.phase != .incremental && index < current ? 1 : nil,
        lag: part.phase == .incremental ? .absent(.notStarted) : .absent(.notApplicable))
      step.half = part.half
      return step
    }
  }

  private static var reports: JobStory {
    var job = Job(
      "report-dw-init", "dts-hz", id: "l03b7aa1i2000003", .running, .full, "Migrating",
      ("mysql", "rm-bp1w0:3306"), ("adb", "am-bp1x9:3306"))
    let total = 157_800_000.0
    job.progress = Progress(quality: .estimated)
    job.steps = dtsSteps([.precheck, .schema, .data], current: 2, .running)
    return JobStory(job, ago: every(10, from: 904, until: 4)) { job, ago in
      // Slower until a minute ago.
      let before = ago > 64 ? 60 * 24_000 + (ago - 64) * 22_110 : (ago - 4) * 24_000
      let done = 96_300_000 - before
      job.progress.rows = .init(done: Int64(done), total: Int64(total))
      job.progress.fraction = done / total
      job.steps[2].fraction = done / total
    }
  }

  private static var auditLog: JobStory {
    var job = Job(
      "audit-log-kafka", "dts-hz", id: "l03b7aa1i2000004", .running, .full, "Migrating",
      ("mysql", "rm-bp1w1:3306"), ("kafka", "alikafka-7:9092"))
    job.steps = dtsSteps([.precheck, .schema, .data, .capture, .write], current: 2, .running)
    return JobStory(job, ago: every(10, from: 906, until: 6)) { job, ago in
      let done = Int64(10_130_000 - (ago - 6) * 8_400)
      job.progress = Progress(
        fraction: Double(done) / 9_981_000, quality: done > 9_981_000 ? .exceeded : .estimated,
        rows: .init(done: done, total: 9_981_000))
    }
  }

  /// Works off a lag of 9m40s.
  private static var userCenter: JobStory {
    var job = Job(
      "user-center-sync", "dts-hz", id: "l03b7aa1i2000005", .running, .incremental, "Synchronizing",
      ("mysql", "rm-bp1w2:3306"), ("mysql", "rm-bp1w3:3306"))
    job.throughput.rowsPerSecond = 3_100
    job.steps = dtsSteps([.precheck, .schema, .data, .capture, .write], current: 3, .running)
    job.steps[4].state = .running
    return JobStory(job, ago: every(10, from: 3_700, until: 4)) { job, ago in
      job.set(lag: ago > 637 ? 580 - (ago - 637) * 0.4 : 252 + (ago - 4) * 0.518 + 3 * noise(ago))
      if ago == 4 { job.set(lag: 252) }
    }
  }

  private static var payments: JobStory {
    var job = Job(
      "支付流水-灾备", "dts-hz", id: "l03b7aa1i2000006", .running, .incremental, "Synchronizing",
      ("mysql", "rm-bp1w4:3306"), ("mysql", "rm-bp1w5:3306"))
    job.kind = .disasterRecovery
    job.throughput.rowsPerSecond = 4_800
    job.steps = dtsSteps(
      [.precheck, .schema, .data, .capture, .write, .verification], current: 3, .running)
    job.steps[4].state = .caughtUp
    job.steps[5].state = .done
    job.verification = Verification(
      state: .verified, nativeStatus: "Catched", isContinuous: true)
    return JobStory(job, ago: every(20, from: 3_700, until: 4)) { job, ago in
      job.set(lag: 0.6 + noise(ago) * 0.1)
    }
  }

  private static var inventory: JobStory {
    var job = Job(
      "inventory-cdc-sub", "dts-hz", id: "l03b7aa1i2000007", .running, .incremental, "Normal",
      ("mysql", "rm-bp1w6:3306"), ("client", "3 consumers"))
    job.kind = .subscription
    job.throughput.rowsPerSecond = 920
    job.steps = dtsSteps([.precheck, .capture], current: 1, .running)
    return JobStory(job, ago: every(20, from: 3_700, until: 6)) { job, ago in
      job.set(lag: 0.2 + noise(ago) * 0.05)
    }
  }

  private static var nextYear: JobStory {
    var job = Job(
      "reports-2027", "dts-hz", id: "l03b7aa1i2000008", .pending, .pending, "NotStarted",
      ("oracle", "10.30.1.2:1521"), ("adb", "am-bp1x9:3306"))
    job.steps = dtsSteps([.precheck, .schema, .data, .capture, .write], current: 0, .pending)
    return JobStory(job, ago: 9)
  }

  private static func singaporeSync(
    _ name: String, id: String, engine: String, lag: Double
  ) -> JobStory {
    var job = Job(
      name, "dts-sg", id: id, .running, .incremental, "Synchronizing",
      (engine, "rm-gs5a1:3306"), (engine, "rm-gs5a2:3306"))
    job.steps = dtsSteps([.precheck, .schema, .data, .capture, .write], current: 3, .running)
    job.steps[4].state = .running
    return JobStory(job, ago: every(20, from: 3_700, until: lastOfSingapore)) { job, ago in
      job.set(lag: lag + noise(ago) * 0.2)
      if ago == lastOfSingapore { job.set(lag: lag) }
    }
  }

  private static var loyalty: JobStory {
    var job = Job(
      "loyalty-sg-full", "dts-sg", id: "sg8c12f7h1790003", .running, .full, "Migrating",
      ("mysql", "rm-gs5a3:3306"), ("pg", "pgm-gs5a4:5432"))
    job.progress = Progress(fraction: 0.82, quality: .estimated)
    job.steps = dtsSteps([.precheck, .schema, .data], current: 2, .running)
    job.failure = Failure(
      code: "DTS-1020042", message: "Data truncation: Data too long for column 'note'",
      at: at(13, 58, 1))
    return JobStory(job, ago: lastOfSingapore)
  }
}
