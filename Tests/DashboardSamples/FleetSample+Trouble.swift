import MigrationModel

/// The two tasks of DTS that need a closer look.
extension FleetSample {
  /// Failed while the schema was copied, in a tree of steps three levels deep.
  static var customers: JobStory {
    var job = Job(
      "crm-customer-迁移", "dts-hz", id: "mj3z9w9s10am68o", .failed, .schema, "MigrationFailed",
      ("mysql", "rm-bp1v0:3306/crm"), ("mysql", "rm-bp1v1:3306/crm"))
    job.progress = Progress(fraction: 0.37, quality: .exact)
    let text = "Execute sql error sql: Table 'customer' already exists"
    job.failure = Failure(
      code: "DTS-1020042", message: text, at: at(14, 16, 55),
      help: "https://help.aliyun.com/document_detail/462133.html")
    job.steps = dtsSteps(
      [.precheck, .schema, .data, .capture, .write, .verification], current: 1, .failed)
    job.steps[0].children = checks
    job.steps[0].startedAt = at(14, 9, 8)
    job.steps[0].finishedAt = at(14, 10, 20)
    job.steps[1].nativeState = "Failed"
    job.steps[1].fraction = 0.37
    job.steps[1].startedAt = at(14, 10, 20)
    job.steps[1].finishedAt = at(14, 16, 55)
    job.steps[1].error = Step.Error(
      code: "DTS-1020042", message: text,
      help: "https://help.aliyun.com/document_detail/462133.html")
    job.steps[1].children = schemas(text)
    job.steps[2].children = ["0003_0000", "0003_0001"].map(pendingPart)
    return JobStory(job, ago: every(23, from: ago(14, 9, 30), until: 4)) { job, ago in
      guard ago > 372 else { return }
      let isChecked = ago < self.ago(14, 10, 20)
      job.state = .running
      job.nativeStatus = isChecked ? "Initializing" : "Prechecking"
      job.phase = isChecked ? .schema : .precheck
      job.progress.fraction = isChecked ? 0.37 - (ago - 372) * 0.000_5 : 0.5
      job.failure = nil
      job.steps[0].state = isChecked ? .done : .running
      job.steps[1].state = isChecked ? .running : .pending
      job.steps[1].error = nil
    }
  }

  private static var checks: [Step] {
    let names = ["CONN_SRC", "CONN_DEST", "AUTH_SRC", "AUTH_DEST", "BINLOG_ON", "BINLOG_MODE"]
    let others = ["SERVER_ID", "SAME_OBJ", "ENGINE", "TOPOLOGY", "SPACE", "TIME_ZONE"]
    return (names + others).map { name in
      Step(
        id: "CHECK_\(name)", name: "CHECK_\(name)", label: "CHECK_\(name)", state: .done,
        nativeState: "Finished", phase: .precheck, fraction: 1, startedAt: at(14, 9, 8),
        finishedAt: at(14, 9, 11), note: name == "SPACE" ? "a warning, passed over" : nil)
    }
  }

  private static func schemas(_ text: String) -> [Step] {
    var crm = schema("mj3z9w9s10am68o_0002_0000", "crm", .failed, (1...11).map { "order_\($0)" })
    crm.fraction = 0.22
    crm.finishedAt = at(14, 16, 55)
    crm.error = Step.Error(code: "DTS-1020042", message: text)
    var customer = table("customer", .failed)
    customer.startedAt = at(14, 16, 53)
    customer.finishedAt = at(14, 16, 55)
    customer.error = crm.error
    crm.children.append(customer)
    crm.children += (1...36).map { table("part_\($0)", .pending) }
    return [
      crm, schema("mj3z9w9s10am68o_0002_0001", "crm_日志", .done, (1...11).map { "log_\($0)" }),
    ]
  }

  private static func schema(
    _ id: String, _ name: String, _ state: Step.State, _ tables: [String]
  ) -> Step {
    Step(
      id: id, name: name, label: name, state: state,
      nativeState: state == .done ? "Finished" : "Failed", phase: .schema, fraction: 1,
      startedAt: at(14, 10, 20), finishedAt: at(14, 11, 1),
      children: tables.map { table($0, .done) })
  }

  private static func table(_ name: String, _ state: Step.State) -> Step {
    Step(
      id: name, name: "crm.\(name)", label: "crm.\(name)", state: state, phase: .schema,
      fraction: state == .done ? 1 : nil, startedAt: state == .done ? at(14, 10, 20) : nil,
      finishedAt: state == .done ? at(14, 11, 1) : nil)
  }

  private static func pendingPart(_ part: String) -> Step {
    Step(
      id: "mj3z9w9s10am68o_\(part)", name: "crm", label: "crm", state: .pending,
      nativeState: "NotStarted", phase: .full)
  }

  /// Falls behind since 13:40 while its writer retries.
  static var orders: JobStory {
    var job = Job(
      "订单中心-同步", "dts-hz", id: "l02c1f7h1790007", .warning, .incremental, "Retrying",
      ("mysql", "rm-bp1u0:3306"), ("polardb", "pc-bp1u1:3306"))
    job.kind = .sync
    job.startedAt = moment(ago: 76 * 3_600).date
    job.progress = Progress(
      fraction: 1, quality: .exact, rows: .init(done: 1_004_118_220, total: 1_004_118_220))
    job.throughput.rowsPerSecond = 1_200
    job.throughput.bytesPerSecond = 2_300_000
    job.steps = dtsSteps([.precheck, .schema, .data, .capture, .write], current: 3, .running)
    job.steps[2].finishedAt = moment(ago: 69 * 3_600).date
    job.steps[2].startedAt = moment(ago: 76 * 3_600 + 720).date
    job.steps[3].lag = .measured(.init(value: .milliseconds(1_100), kind: .eventAge))
    job.steps[4].state = .warning
    job.steps[4].nativeState = "Retrying"
    job.steps[4].error = Step.Error(
      code: "DTS-1020042",
      message: "Execute sql error sql: Lock wait timeout exceeded; try restarting transaction")
    job.failure = Failure(
      code: "DTS-070211",
      message: "Connect Source DB failed. cause by "
        + "[com.mysql.jdbc.exceptions.jdbc4.CommunicationsException:Communications link failure]",
      at: at(9, 12, 40))
    return JobStory(job, ago: every(30, from: 3_700, until: 4)) { job, ago in
      let lag = max(1.1, 1_084 - (ago - 4) * 0.42) + (ago > 4 ? noise(ago) : 0)
      job.set(lag: lag)
      job.steps[4].lag = .measured(.init(value: .seconds(lag - 1), kind: .eventAge))
      guard ago > self.ago(13, 40, 12) else { return }
      job.state = .running
      job.nativeStatus = "Synchronizing"
      job.steps[4].state = .caughtUp
      job.steps[4].error = nil
    }
  }
}
