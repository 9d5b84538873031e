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

  /// The same for the error that a change tells of; `nil` once its job or source no longer has it.
  package func remedy(for event: FleetEvent) -> Remedy? {
    if let report = job(event.job) {
      let error = report.errors.first { event.tells($0.message) }
      return error.flatMap { remedy(for: $0, of: report.job) }
    }
    let source = sources.first { $0.name == event.source }
    guard event.kind == .source, let source, let message = source.state.error?.message,
      !message.isEmpty, event.text.contains(message)
    else { return nil }
    return source.knownRemedy
  }
}

extension Job {
  fileprivate var engines: JobEngines { JobEngines(from: from?.engine, to: to?.engine) }
}
