package import MigrationModel

extension DashboardViewModel {
  /// What to do about an error of a job; `nil` for one that the catalogue does not know.
  package func remedy(for error: JobError, of job: Job) -> Remedy? {
    dashboard.settings.remedies.remedy(
      for: error, service: job.service, engines: job.engines)
  }

  /// The same for an error of one of its steps.
  package func remedy(for error: Step.Error, of job: Job) -> Remedy? {
    dashboard.settings.remedies.remedy(
      code: error.code, message: error.message, service: job.service, engines: job.engines)
  }
}

extension Job {
  fileprivate var engines: JobEngines { JobEngines(from: from?.engine, to: to?.engine) }
}
