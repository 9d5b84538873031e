/// Stories of the status words that no other story says.
extension DRSPlay {
  /// Planned for the next full hour, and planned anew when that has come.
  mutating func waitForStart() {
    job.status = "WAITING_FOR_START"
    job.plannedStart = ((now / 3_600).rounded(.down) + 1) * 3_600
  }

  mutating func failStart() {
    start("START_JOB_FAILED")
    job.failure =
      "service LOGMANAGER failed, cause by: Unable to connect to DBMS: "
      + "url=jdbc:mysql://10.24.1.18:3306/mysql Access denied for user 'drs'"
  }

  mutating func failRebuild() {
    replicate(status: "REBUILD_NODE_FAILED")
    freezeLag(of: 1_840_000, since: -2_400)
    job.failure = "The replication instance could not be rebuilt in az1."
  }

  /// The change has failed while the task goes on as it was.
  mutating func failChange() {
    replicate(status: "CHANGE_JOB_FAILED")
    job.failure = "service DATAMOVE failed, cause by: table cart.coupon has no primary key"
  }

  mutating func failStop() {
    endAfterFull("RELEASE_RESOURCE_FAILED")
    job.failure = "service INCREMENT failed, cause by: 2 triggers could not be created"
  }

  /// Objects were added in five rounds, each with a sub-task of its own.
  mutating func reedit() {
    replicate(status: "INCRE_TRANSFER_STARTED")
    let words = [
      "CHILD_TRANSFER_STARTING", "CHILD_TRANSFER_STARTED", "CHILD_TRANSFER_COMPLETE",
      "RELEASE_CHILD_TRANSFER_STARTED", "RELEASE_CHILD_TRANSFER_COMPLETE",
    ]
    let percent = Int(now.truncatingRemainder(dividingBy: 700) / 7)
    job.children = words.enumerated().map { number, word in
      addition(number, word, percent: [0, percent, 100, 100, 100][number])
    }
  }

  private func addition(_ number: Int, _ word: String, percent: Int) -> DRSJob {
    var play = self
    play.job = DRSJob(
      id: childID(number), parentID: job.id, name: "\(job.name)-\(number + 1)",
      useType: job.useType, taskType: job.taskType, source: job.source, target: job.target,
      createdAt: job.createdAt + 20_000 - Double(number) * 1_000, status: word)
    if number > 0 { play.job.startedAt = play.job.createdAt + 120 }
    if number < 3 {
      play.setFull(
        structure: number == 0 ? 0 : 100, data: percent, index: percent == 100 ? 100 : 0,
        remaining: number == 1 ? Double(100 - percent) * 7 : nil)
    } else {
      play.job.fullCompletedAt = play.job.createdAt + 1_500
    }
    return play.job
  }

  /// Ended for ten minutes, deleted for five, and so on: only its status is then still known.
  mutating func delete() {
    endAfterFull("RELEASE_RESOURCE_COMPLETE")
    if now.truncatingRemainder(dividingBy: 900) >= 600 { job.status = "DELETED" }
  }

  /// Nothing has been measured since then.
  mutating func freezeLag(of milliseconds: Int64, since second: Double) {
    job.lagMilliseconds = milliseconds
    job.lagMeasuredAt = second
    job.rowsPerSecond = 0
  }

  mutating func configure(_ course: DRSPrecheck.Course) {
    job.status = "CONFIGURATION"
    job.precheck = DRSPrecheck(course)
  }
}
