extension DTSRole {
  /// What the file leaves out is as in the fleet's own job with this story.
  init(_ job: Scenario.Job, story: DTSStory) {
    let model = Self.cast.first { $0.story == story }
    self.init(
      job.name ?? story.rawValue, job.kind.flatMap(DTSJob.Kind.init) ?? model?.kind ?? .sync,
      job.from ?? model?.source ?? "mysql", job.to ?? model?.target ?? "mysql",
      story, pace: Pace(fullSeconds: job.full ?? 300, offset: job.at ?? 0))
    id = job.id
  }
}

extension DTSJob.Kind {
  init?(_ kind: Scenario.Kind) {
    switch kind {
    case .migration: self = .migration
    case .sync: self = .sync
    case .subscription: self = .subscription
    case .disasterRecovery: return nil
    }
  }
}
