extension DTSPlay {
  mutating func failSchema() {
    job.status = "MigrationFailed"
    job.error = .tableExists
    setSteps(
      schema: .failed(percent: 37, .tableExists), full: .waiting, write: .waiting,
      verification: .waiting)
  }

  /// The lag grows by 0.42 s in a second, without an end.
  mutating func fallBehind() {
    let lag = Int64(1_084_000 + now * 420 + 300 * noise(period: 1.3))
    replicate(status: "Retrying", lag: lag)
    setThroughput(1_200)
    job.error = .lockWait
    job.documented = .lockWait
    let retry = now.truncatingRemainder(dividingBy: 170)
    job.retry = DTSRetry(
      target: "destDB", module: "07", count: 41 + Int64(now / 170), seconds: Int64(16 + retry),
      message: DTSError.lockWait.message)
    setSteps(write: .retrying(lag: lag, .lockWait))
  }

  /// From five minutes down to nothing in eight, then a nightly batch throws it back.
  mutating func catchUp() {
    let second = (now + 80).truncatingRemainder(dividingBy: 600)
    let part = second < 480 ? 1 - second / 480 : max(0, (second - 570) / 30)
    replicate(
      status: "Synchronizing", lag: Int64(900 + 300_000 * part + 400 * noise(period: 1.1)))
    setThroughput(3_100)
    if let full = job.steps.firstIndex(where: { $0.part == .full }) {
      let remark = "DTS-RETRY-ERR-0046: connection was lost, recovered after 3 retries"
      job.steps[full].remark = remark
      job.steps[full].children[0].remark = remark
    }
  }

  mutating func replicate(status: String, lag: Int64) {
    job.status = status
    job.lagMilliseconds = lag
    job.rows = 188_000_000
    setThroughput(4_800)
    setSteps(write: lag < 1_000 ? .caughtUp(lag: lag) : .replicating(lag: lag))
  }

  mutating func replicateRedis() {
    replicate(status: "Synchronizing", lag: steadyLag)
    setSteps(schema: nil, write: .caughtUp(lag: steadyLag))
    for index in job.steps.indices where [.full, .write].contains(job.steps[index].part) {
      job.steps[index].redisPhase = job.steps[index].part == .full ? "full" : "inc"
    }
  }

  /// More rows than the estimate promised: the service counts on above 100.
  mutating func exceedEstimate() {
    let percent = 104 + Int(now / 900) % 14
    job.status = "Initializing"
    job.rows = 702_331_000 + Int64(now * 8_400)
    setThroughput(8_400)
    setSteps(full: .running(percent: percent), write: .waiting)
  }

  mutating func subscribe(status: String, error: DTSError?) {
    job.status = status
    job.error = error
    job.lagMilliseconds = 200 + Int64(90 * noise(period: 0.9))
    // Nothing to move: the source is idle.
    setThroughput(0)
    let course = error.map { DTSStep.Course.failed(percent: 0, $0) }
    setSteps(schema: nil, full: nil, write: course ?? .caughtUp(lag: 200))
    job.steps.removeAll { $0.part == .write && error == nil }
  }

  /// Checked again and again, so that it can always be seen.
  mutating func check() {
    job.status = "Prechecking"
    let percent = Int(now.truncatingRemainder(dividingBy: 600) / 6)
    setSteps(
      precheck: .running(percent: percent), schema: .waiting, full: .waiting, write: .waiting,
      verification: .waiting)
  }

  mutating func wait() {
    setSteps(precheck: .waiting, schema: .waiting, full: .waiting, write: .waiting)
  }

  mutating func failPrecheck() {
    job.status = "PrecheckFailed"
    job.error = .noPrivilege
    setSteps(precheck: .failed(percent: 83, .noPrivilege), schema: .waiting, full: .waiting)
  }

  /// The data is there; now it is compared, in rounds.
  mutating func verify() {
    job.status = "Migrating"
    job.rows = 44_118_220
    let percent = Int(now.truncatingRemainder(dividingBy: 1_200) / 12)
    setSteps(verification: .running(percent: percent))
  }

  mutating func pause() {
    job.status = "Suspending"
    job.lagMilliseconds = 2_100
    job.rows = 9_204_118
    setSteps(write: .paused(percent: 0))
  }

  mutating func lock() {
    job.status = "Locked"
    setSteps(write: .paused(percent: 0))
  }

  mutating func failFull(status: String, _ error: DTSError) {
    job.status = status
    job.error = error
    job.rows = 61_300_112
    setSteps(full: .failed(percent: 61, error), write: .waiting)
  }

  mutating func finish() {
    job.status = "Finished"
    job.rows = 12_004_331
    job.finishedAt = job.createdAt + 4_000
    setSteps(verification: .finished)
  }

  /// A migration's whole way, again and again: waiting, precheck, schema, full, incremental,
  /// verification, done.
  mutating func travel(fullSeconds: Double, offset: Double) {
    let lengths = [20, 60, 90, fullSeconds, 480, 240, 120]
    let period = lengths.reduce(0, +)
    var second = (now + offset).truncatingRemainder(dividingBy: period)
    var stage = 0
    while stage < lengths.count - 1, second >= lengths[stage] {
      second -= lengths[stage]
      stage += 1
    }
    let part = second / lengths[stage]
    job.rows = stage < 3 ? 0 : Int64(24_000 * fullSeconds * (stage == 3 ? part : 1))
    setTravelSteps(stage, part)
  }

  private mutating func setTravelSteps(_ stage: Int, _ part: Double) {
    let running = DTSStep.Course.running(percent: Int(part * 100))
    let course = { (number: Int) -> DTSStep.Course in
      stage < number ? .waiting : stage == number ? running : .finished
    }
    let statuses = [
      "NotStarted", "Prechecking", "Migrating", "Migrating", "Migrating", "Migrating", "Finished",
    ]
    job.status = statuses[stage]
    if (3...4).contains(stage) { setThroughput(stage == 3 ? 24_000 : 2_600) }
    if stage == 4 { job.lagMilliseconds = Int64(600 + 90_000 * (1 - part)) }
    let write = job.lagMilliseconds.map { DTSStep.Course.replicating(lag: $0) } ?? course(4)
    setSteps(
      precheck: course(1), schema: course(2), full: course(3), write: write,
      verification: course(5))
    if stage == 6 { job.finishedAt = now - part * 120 }
  }
}
