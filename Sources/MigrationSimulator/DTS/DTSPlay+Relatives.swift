/// Stories of jobs that have others inside them, and of the status words that no other story says.
extension DTSPlay {
  /// Bought, and nothing said yet of what it is to do.
  mutating func leaveUnconfigured() {
    job.status = "NotConfigured"
    setSteps(precheck: .waiting, schema: nil, full: nil)
  }

  /// Passed, though one item warns.
  mutating func passPrecheck() {
    job.status = "PreCheckPass"
    setSteps(schema: .waiting, full: .waiting, write: .waiting)
    job.steps[0].remark = DTSError.foreignKeys.message
  }

  /// Fails in the incremental phase. The lag grows with the clock: the checkpoint stands.
  mutating func failSync(status: String, _ error: DTSError) {
    replicate(status: status, lag: 3_845_000 + Int64(now * 1_000))
    job.error = error
    setThroughput(0)
    setSteps(write: .failed(percent: 0, error))
    for index in job.steps.indices where job.steps[index].part == .write {
      job.steps[index].fail(at: -3_845, lag: job.lagMilliseconds)
      job.steps[index].children[0].fail(at: -3_845, lag: job.lagMilliseconds)
    }
  }

  mutating func startSubscription() {
    job.status = "Starting"
    setSteps(schema: nil, full: nil, write: .waiting)
    job.steps.removeAll { $0.part == .write }
  }

  /// The objects of a running sync are changed: the new ones come along in a job of their own, as
  /// others did before.
  mutating func modify() {
    replicate(status: "Modifying", lag: steadyLag)
    let percent = Int(now.truncatingRemainder(dividingBy: 900) / 9)
    let current = relative(0, createdAt: -1_800) { play in
      play.job.status = "Initializing"
      play.job.rows = Int64(percent) * 42_000
      play.setSteps(full: .running(percent: percent), write: .waiting)
    }
    let former = relative(1, createdAt: job.createdAt + 3_000) { play in
      play.job.status = "Finished"
      play.job.rows = 1_204_000
      play.job.finishedAt = play.job.createdAt + 9_000
      play.setSteps(write: .finished)
    }
    job.changes = [current, former]
  }

  /// A sync in both directions whose way back has failed while the way there is well.
  mutating func replicateBothWays() {
    replicate(status: "Synchronizing", lag: steadyLag)
    job.direction = "Forward"
    let back = relative(0, createdAt: job.createdAt + 30) { play in
      play.job = DTSJob(
        index: job.index, id: play.job.id, name: job.name, kind: .sync,
        instanceClass: job.instanceClass, source: job.target, target: job.source,
        createdAt: play.job.createdAt, status: "Failed")
      play.failSync(status: "Failed", .duplicateKey)
      play.job.direction = "Reverse"
    }
    job.reverse = [back]
  }

  /// Four parts at once, of which the third has failed and the second is behind. The steps count
  /// the parts without naming them.
  mutating func distribute() {
    replicate(status: "Synchronizing", lag: steadyLag)
    for index in job.steps.indices where !job.steps[index].children.isEmpty {
      job.steps[index].children = []
      job.steps[index].partCount = 4
    }
    job.shards = (0..<4).map { number in
      relative(number, createdAt: job.createdAt + 20) { play in
        switch number {
        case 1: play.replicate(status: "Synchronizing", lag: 46_000)
        case 2: play.failSync(status: "Failed", .nullPointer)
        default: play.replicate(status: "Synchronizing", lag: steadyLag)
        }
      }
    }
  }

  mutating func transform() {
    replicate(status: "Synchronizing", lag: steadyLag)
    setSteps(write: .caughtUp(lag: steadyLag), etl: .replicating(lag: steadyLag))
  }

  /// Compared to the end, with a result that stands in a text only.
  mutating func differ() {
    replicate(status: "Migrating", lag: steadyLag)
    setSteps(write: .caughtUp(lag: steadyLag), verification: .finished)
    job.steps[job.steps.count - 1].remark = "fullcheck find different records : 2372"
    job.incrementalCheck = .caughtUp(lag: steadyLag)
    job.structureCheck = .finished
  }

  /// A job inside this one, of the same kind and ends.
  private func relative(
    _ number: Int, createdAt: Double, _ act: (inout DTSPlay) -> Void
  ) -> DTSJob {
    var play = self
    play.job = DTSJob(
      index: job.index, id: job.relativeID(number), name: "\(job.name)-\(number + 1)",
      kind: job.kind, instanceClass: job.instanceClass, source: job.source, target: job.target,
      createdAt: createdAt, status: job.status)
    act(&play)
    return play.job
  }
}

extension DTSStep {
  fileprivate mutating func fail(at second: Double, lag: Int64?) {
    finishedAt = second
    standingLag = lag
  }
}
