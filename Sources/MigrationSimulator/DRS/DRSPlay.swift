/// Plays one task's story up to now.
struct DRSPlay {
  var job: DRSJob
  let noiseSeed: UInt64
  /// Simulated seconds since the start.
  let now: Double
  let childID: (Int) -> String

  func played(_ story: DRSStory, _ pace: Pace) -> DRSJob {
    var play = self
    play.act(story, pace)
    return play.job
  }

  private mutating func act(_ story: DRSStory, _ pace: Pace) {
    switch story {
    case .fullFails: failFull()
    case .stalls: stall()
    case .shards: shard()
    case .guards, .replicates: replicate(status: "INCRE_TRANSFER_STARTED")
    case .isPaused: pause()
    case .isFrozen: start("FROZEN")
    case .isStopped: endAfterFull("RELEASE_RESOURCE_STARTED")
    case .isConfigured: configure(.passed)
    case .ended: endAfterFull("RELEASE_RESOURCE_COMPLETE")
    case .fullCompleted: completeFull()
    case .abandoned: start("RELEASE_RESOURCE_COMPLETE")
    case .travels: travel(fullSeconds: pace.fullSeconds, offset: pace.offset)
    case .isRebuilt: replicate(status: "REBUILD_NODE_STARTED")
    case .incrementFails: failIncrement()
    case .creationFails: failCreation()
    case .isCreated: job.status = "CREATING"
    case .waits: waitForStart()
    case .isStarted: start("STARTJOBING")
    case .upgradeFails: replicate(status: "NODE_UPGRADE_FAILED")
    case .isChanged: replicate(status: "CHANGE_JOB_STARTED")
    case .startFails: failStart()
    case .rebuildFails: failRebuild()
    case .changeFails: failChange()
    case .isReedited: reedit()
    case .stopFails: failStop()
    case .isDeleted: delete()
    case .upgradeStarts: replicate(status: "NODE_UPGRADE_START")
    case .upgradeCompletes: replicate(status: "NODE_UPGRADE_COMPLETE")
    case .isPrechecked:
      configure(.running(percent: Int(now.truncatingRemainder(dividingBy: 300) / 3)))
    case .precheckFails: configure(.failed)
    }
  }

  func noise(period: Double) -> Double {
    SplitMix64.noise(seed: noiseSeed, at: now, period: period)
  }

  mutating func start(_ status: String) {
    job.status = status
    job.startedAt = job.createdAt + 1_200
  }

  mutating func replicate(status: String) {
    start(status)
    job.fullCompletedAt = job.createdAt + 9_000
    job.lagMilliseconds = Int64(400 + 120 * noise(period: 0.9))
    job.lagMeasuredAt = now
    job.rowsPerSecond = 310 + 40 * noise(period: 3)
  }

  mutating func endAfterFull(_ status: String) {
    start(status)
    job.fullCompletedAt = job.createdAt + 9_000
    job.endedAt = status == "RELEASE_RESOURCE_COMPLETE" ? job.createdAt + 14_000 : nil
  }

  mutating func setFull(structure: Int, data: Int, index: Int, remaining: Double?) {
    job.full = DRSJob.FullTransfer(
      structure: structure, data: data, index: index, remaining: remaining.map { Int64($0) },
      updatedAt: now)
  }
}
