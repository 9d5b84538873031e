import MigrationModel

extension Dashboard {
  /// The step tree of a job as its folds are now.
  func stepTree(_ id: Job.ID) -> StepRows {
    shown.record(id).map { StepRows(of: $0.job, toggled: place.toggled) }
      ?? StepRows([], toggled: [])
  }
}
