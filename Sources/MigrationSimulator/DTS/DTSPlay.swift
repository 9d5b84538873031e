/// Plays one job's story up to now.
struct DTSPlay {
  var job: DTSJob
  let seed: UInt64
  /// Simulated seconds since the start.
  let now: Double

  func play(_ story: DTSStory, _ pace: Pace) -> DTSJob {
    var play = self
    play.act(story, pace)
    return play.job
  }

  private mutating func act(_ story: DTSStory, _ pace: Pace) {
    switch story {
    case .schemaFails: failSchema()
    case .retriesAndFallsBehind: fallBehind()
    case .travels: travel(fullSeconds: pace.fullSeconds, offset: pace.offset)
    case .catchesUp: catchUp()
    case .steady: replicate(status: "Synchronizing", lag: steadyLag)
    case .exceedsEstimate: exceedEstimate()
    case .idleSubscription: subscribe(status: "Normal", error: nil)
    case .subscriptionBreaks: subscribe(status: "Abnormal", error: .sourceLost)
    case .isChecked: check()
    case .waits: wait()
    case .isVerified: verify()
    case .isPaused: pause()
    case .redis: replicateRedis()
    case .precheckFails: failPrecheck()
    case .finished: finish()
    case .isModified: modify()
    case .isUpgraded: replicate(status: "Upgrade", lag: steadyLag)
    case .isLocked: lock()
    case .initializationFails: failFull(status: "InitializeFailed", .tooLong)
    case .migrationFails: failFull(status: "MigrationFailed", .duplicateKey)
    case .isUnconfigured: leaveUnconfigured()
    case .precheckPasses: passPrecheck()
    case .isDowngraded: replicate(status: "Downgrade", lag: steadyLag)
    case .syncFails: failSync(status: "Failed", .storeLost)
    case .modificationFails: failSync(status: "ModifyFailed", .columnMissing)
    case .subscriptionStarts: startSubscription()
    case .reverseFails: replicateBothWays()
    case .isDistributed: distribute()
    case .transforms: transform()
    case .differs: differ()
    }
  }

  /// A number of this job's own noise.
  func noise(period: Double) -> Double {
    SplitMix64.noise(
      seed: seed ^ UInt64(truncatingIfNeeded: job.index) &* 0x9E37_79B9, at: now, period: period)
  }

  /// Between 400 and 800 ms, with another value each second.
  var steadyLag: Int64 { Int64(600 + 200 * noise(period: 0.9)) }

  /// This job's own rows a second.
  func rate(_ base: Double) -> Double { base * (1 + 0.12 * noise(period: 6)) }

  mutating func setThroughput(_ base: Double) {
    job.rowsPerSecond = rate(base)
    job.megabytesPerSecond = job.rowsPerSecond / 520
  }

  /// The steps of a job in their order. A step that is left out does not belong to the job.
  mutating func setSteps(
    precheck: DTSStep.Course = .finished, schema: DTSStep.Course? = .finished,
    full: DTSStep.Course? = .finished, write: DTSStep.Course? = nil,
    etl: DTSStep.Course? = nil, verification: DTSStep.Course? = nil
  ) {
    let capture = write.map { write -> DTSStep.Course in
      switch write {
      case .waiting: .waiting
      case .paused: .paused(percent: 0)
      case .finished: .finished
      case .running, .replicating, .caughtUp, .retrying, .failed:
        .replicating(lag: 900 + Int64(200 * noise(period: 0.8)))
      }
    }
    let writeCode = job.kind == .sync ? "07" : "04"
    job.steps = []
    addStep(.precheck, code: "01", precheck, parts: 0)
    addStep(.schema, code: "02", schema, parts: 2)
    addStep(.full, code: "03", full, parts: 2)
    addStep(.capture, code: "05", capture, parts: 0)
    addStep(.write, code: writeCode, write, parts: 2)
    addStep(.etl, code: "08", etl, parts: 0)
    addStep(.verification, code: "06", verification, parts: 0)
  }

  private mutating func addStep(
    _ part: DTSStep.Part, code: String, _ course: DTSStep.Course?, parts: Int
  ) {
    guard let course else { return }
    let number = job.steps.count
    var step = DTSStep(
      part: part, id: "\(job.id)_step\(number)", name: part.name, code: code, course: course)
    step.startedAt = startTime(number, course)
    step.finishedAt = endTime(number, course)
    step.children = (0..<parts).map { child in
      var copy = step
      copy.children = []
      copy.course = Self.course(ofPart: child, of: course)
      copy.finishedAt = endTime(number, copy.course)
      return DTSStep(
        part: part, id: "\(job.id)_000\(number)_\(child.padded(4))", name: part.name, code: code,
        course: copy.course, startedAt: copy.startedAt, finishedAt: copy.finishedAt)
    }
    job.steps.append(step)
  }

  /// The first part has the step's trouble, the second is well.
  private static func course(ofPart number: Int, of step: DTSStep.Course) -> DTSStep.Course {
    guard number > 0 else { return step }
    switch step {
    case .running(let percent): return .running(percent: min(100, percent + 9))
    case .failed: return .finished
    case .retrying: return .replicating(lag: 1_100)
    case .waiting, .replicating, .caughtUp, .paused, .finished: return step
    }
  }

  private func startTime(_ number: Int, _ course: DTSStep.Course) -> Double? {
    guard case .waiting = course else { return job.createdAt + 60 + Double(number) * 340 }
    return nil
  }

  private func endTime(_ number: Int, _ course: DTSStep.Course) -> Double? {
    switch course {
    case .finished, .failed: job.createdAt + 60 + Double(number + 1) * 340 - 15
    case .waiting, .running, .replicating, .caughtUp, .retrying, .paused: nil
    }
  }
}
