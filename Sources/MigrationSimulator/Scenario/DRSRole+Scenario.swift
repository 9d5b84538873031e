extension DRSRole {
  /// What the file leaves out is as in the fleet's own task with this story.
  init(_ job: Scenario.Job, story name: DRSStoryName) {
    let model = Self.cast.first { $0.story.name == name }
    self.init(
      job.name ?? name.rawValue, job.kind.flatMap(DRSJob.UseType.init) ?? model?.useType ?? .sync,
      job.from ?? model?.source ?? "mysql", job.to ?? model?.target ?? "mysql",
      DRSStory(name, full: job.full, at: job.at),
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
