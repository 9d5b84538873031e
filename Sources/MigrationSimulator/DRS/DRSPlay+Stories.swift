extension DRSPlay {
  mutating func failFull() {
    start("FULL_TRANSFER_FAILED")
    setFull(structure: 100, data: 61, index: 0, remaining: nil)
    job.full?.updatedAt = -1_256
    job.failure = Self.snapshotTooOld
  }

  /// The numbers have not moved since a quarter of an hour before the start.
  mutating func stall() {
    start("FULL_TRANSFER_STARTED")
    setFull(structure: 100, data: 47, index: 0, remaining: 8_640)
    job.full?.updatedAt = -960
  }

  /// Eight sub-tasks, of which the fifth has failed. When the rest is nearly done, the task is
  /// reset.
  mutating func shard() {
    start("FULL_TRANSFER_STARTED")
    let period = 14_400.0
    let part = ((now + 9_306) / period).truncatingRemainder(dividingBy: 1)
    let data = 30 + Int(part * 65)
    setFull(structure: 100, data: data, index: 0, remaining: (1 - part) * period + 3_600)
    job.children = (0..<8).map { child(number: $0, data: data) }
    job.unbound = job.children.filter { $0.failure != nil }
  }

  private func child(number: Int, data: Int) -> DRSJob {
    var play = self
    play.job = DRSJob(
      id: childID(number), parentID: job.id, name: "\(job.name)-\(number + 1)",
      useType: job.useType, taskType: job.taskType, source: job.source, target: job.target,
      createdAt: job.createdAt + 30, status: "CHILD_TRANSFER_STARTED")
    play.job.startedAt = job.startedAt
    let own = min(100, max(1, data + (number * 7) % 11 - 5))
    if number == 4 {
      play.job.status = "CHILD_TRANSFER_FAILED"
      play.job.failure = Self.shardLost
      play.setFull(structure: 100, data: 58, index: 0, remaining: nil)
    } else {
      play.setFull(structure: 100, data: own, index: 0, remaining: Double(100 - own) * 144)
    }
    return play.job
  }

  /// The word means paused, not pausing.
  mutating func pause() {
    replicate(status: "PAUSING")
    job.lagMilliseconds = 2_000
    job.lagMeasuredAt = -11_523
    job.rowsPerSecond = 0
  }

  /// A documented oddity: complete, with a progress of 0 and a structure at 94 %.
  mutating func completeFull() {
    endAfterFull("FULL_TRANSFER_COMPLETE")
    setFull(structure: 94, data: 100, index: 100, remaining: nil)
  }

  mutating func failIncrement() {
    start("INCRE_TRANSFER_FAILED")
    job.lagMilliseconds = 905_000
    job.lagMeasuredAt = -3_600
    job.failureCode = "DRS.M00004"
    job.failure = Self.capturerCrashed
  }

  mutating func failCreation() {
    job.status = "CREATE_FAILED"
    job.failure = "The quota of DRS instances is used up."
  }

  /// A task's whole way, again and again.
  mutating func travel(fullSeconds: Double, offset: Double) {
    let lengths = [60, 20, 20, fullSeconds, 10, 600, 20, 60]
    let statuses = [
      "CREATING", "CONFIGURATION", "STARTJOBING", "FULL_TRANSFER_STARTED",
      "FULL_TRANSFER_COMPLETE", "INCRE_TRANSFER_STARTED", "RELEASE_RESOURCE_STARTED",
      "RELEASE_RESOURCE_COMPLETE",
    ]
    var second = (now + offset).truncatingRemainder(dividingBy: lengths.reduce(0, +))
    var stage = 0
    while stage < lengths.count - 1, second >= lengths[stage] {
      second -= lengths[stage]
      stage += 1
    }
    let part = second / lengths[stage]
    if stage == 5 { replicate(status: statuses[stage]) }
    job.status = statuses[stage]
    if stage > 1 { job.startedAt = job.createdAt + 1_200 }
    if stage > 3 { job.fullCompletedAt = job.createdAt + 9_000 }
    if stage == 3 { setTravellingFull(part, seconds: fullSeconds) }
    if stage == 5 { job.lagMilliseconds = Int64(400 + 60_000 * max(0, 1 - part * 3)) }
  }

  /// Structure first, indexes last.
  private mutating func setTravellingFull(_ part: Double, seconds: Double) {
    let percent = { (from: Double, to: Double) in
      Int(100 * min(1, max(0, (part - from) / (to - from))))
    }
    setFull(
      structure: percent(0, 0.1), data: percent(0.1, 0.9), index: percent(0.9, 1),
      remaining: (1 - part) * seconds)
  }

  /// Several lines, with the bytes that a terminal must never see: colours, a carriage return that
  /// would overwrite the line, and an override that turns the reading direction.
  private static let snapshotTooOld = """
    service DATAMOVE failed, cause by: Failed to fetch rows from "ERP"."LINE_ITEMS" \
    WHERE ID BETWEEN 700000001 AND 800000000
    java.sql.SQLException: ORA-01555: snapshot too old:
    \u{1B}[31mrollback segment number 12\u{1B}[0m with name "_SYSSMU12$" too small\r\nstate: \
    \u{202E}deliaf\u{202C}
    url=jdbc:oracle:thin:@//10.20.4.17:1521/ERP user=******
    """

  private static let shardLost = """
    service DATAMOVE failed, cause by: Unable to connect to DBMS: \
    url=jdbc:mysql://10.22.7.45:3306/orders_04 user=drs
    Communications link failure: the last packet was sent 10,001 milliseconds ago.
    """

  private static let capturerCrashed = """
    service CAPTURER failed, cause by: core process is not healthy or crashed
    last binlog position: mysql-bin.000514:197
    """
}
