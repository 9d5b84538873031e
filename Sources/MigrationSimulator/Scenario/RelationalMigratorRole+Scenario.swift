extension RelationalMigratorRole {
  init(_ job: Scenario.Job, story: RelationalMigratorStory) {
    self.init(
      story: story,
      project: RelationalMigratorProject(
        name: job.name ?? story.rawValue,
        engine: job.from.flatMap(RelationalMigratorEngine.init) ?? .postgresql),
      id: job.id, copying: job.full ?? 300, offset: job.at ?? 0)
  }
}
