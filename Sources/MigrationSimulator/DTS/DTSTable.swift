/// One table of a step, as DescribePreCheckStatus lists it.
struct DTSTable {
  let number: Int
  let name: String

  static let all = [
    "customer", "orders", "order_items", "invoices", "payments", "refunds", "products", "prices",
    "stock_moves", "suppliers", "addresses", "carts", "coupons", "audit_log", "sessions",
    "shipments", "returns", "tickets", "messages", "agents", "settings", "用户画像",
  ].enumerated().map { DTSTable(number: $0, name: $1) }

  /// Without regard to case, anywhere in the name.
  func matches(_ part: String?) -> Bool {
    guard let part, !part.isEmpty else { return true }
    return name.lowercased().contains(part.lowercased())
  }

  /// The same table of one step of a job; its numbers are those of the step, shared out.
  func document(of job: DTSJob, _ step: DTSStep, at moment: SimulatedMoment) -> Document {
    let rows = step.part == .full ? job.rows / Int64(Self.all.count) : 1
    let done = done(in: step)
    return [
      "Id": .text("\(job.id)_\(step.code)_\(number)"), "JobId": .text(step.id),
      "Item": .text(step.part == .schema ? "Table" : ""), "Names": .text(name),
      "SourceSchema": .text(job.source.database), "DestSchema": .text(job.target.database),
      "TargetNames": .text(name), "ParentObj": .text(job.source.database),
      "State": .text(state(in: step)), "Current": .text(String(done ? rows : 0)),
      "Total": .number(rows), "DiffRow": 0, "OrderNum": .number(number),
      "DelaySeconds": .number(delay(of: job, in: step)),
      "DdlSql": step.part == .schema ? .text("CREATE TABLE `\(name)` (`id` bigint)") : nil,
      "ErrMsg": .text(hasFailed(in: step) ? step.course.error?.message ?? "" : ""),
      "ErrDetail": .text(hasFailed(in: step) ? step.course.error?.code ?? "" : ""),
      "CanSkip": false, "Skip": false, "IgnoreFlag": "N", "Sub": "[]", "Logs": [],
      "BootTime": step.startedAt.map { .text(CivilTime(moment.date(at: $0)).isoWithOffset) },
    ]
  }

  /// Seconds for a sync and, whatever the name says, milliseconds for a migration.
  private func delay(of job: DTSJob, in step: DTSStep) -> Int64 {
    guard step.lag >= 0 else { return -1 }
    return job.kind == .migration ? step.lag : step.lag / 1_000
  }

  /// How many tables of a step are done.
  private func share(of step: DTSStep) -> Int { Self.all.count * step.course.percent / 100 }

  private func done(in step: DTSStep) -> Bool { number < share(of: step) }

  private func hasFailed(in step: DTSStep) -> Bool {
    step.course.error != nil && number == share(of: step)
  }

  private func state(in step: DTSStep) -> String {
    switch step.course {
    case .waiting: "NotStarted"
    case .finished: "Success"
    case .failed: hasFailed(in: step) ? "Failed" : done(in: step) ? "Success" : "NotStarted"
    case .retrying: hasFailed(in: step) ? "Warning" : "Migrating"
    case .running: done(in: step) ? "Success" : "Migrating"
    case .replicating, .caughtUp, .paused: "Migrating"
    }
  }
}
