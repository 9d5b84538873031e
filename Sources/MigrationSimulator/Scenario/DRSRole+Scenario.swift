extension DRSRole {
  /// What the file leaves out is as in the fleet's own task with this story.
  init(_ job: Scenario.Job, story: DRSStory) {
    let model = Self.cast.first { $0.story == story }
    self.init(
      job.name ?? story.rawValue, job.kind.flatMap(DRSJob.UseType.init) ?? model?.useType ?? .sync,
      job.from ?? model?.source ?? "mysql", job.to ?? model?.target ?? "mysql",
      story, pace: Pace(fullSeconds: job.full ?? 300, offset: job.at ?? 0),
      taskType: job.task?.word ?? model?.taskType ?? "FULL_INCR_TRANS")
    id = job.id
  }
}

extension DRSJob.UseType {
  init?(_ kind: Scenario.Kind) {
    switch kind {
    case .migration: self = .migration
    case .sync: self = .sync
    case .disasterRecovery: self = .cloudDataGuard
    case .subscription: return nil
    }
  }
}

extension Scenario.Task {
  fileprivate var word: String {
    switch self {
    case .full: "FULL_TRANS"
    case .incremental: "INCR_TRANS"
    case .fullAndIncremental: "FULL_INCR_TRANS"
    }
  }
}
