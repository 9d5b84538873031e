import struct FoundationEssentials.Date

extension Scenario {
  /// What stands in the place of played documents.
  func literals(of service: Service) -> [LiteralOfJob] {
    cast.filter { $0.story.service == service }.flatMap { job in
      job.id.map { id in job.literals.map { LiteralOfJob(id: id, literal: $0) } } ?? []
    }
  }

  /// The troubles that a service is going to have.
  func faults(of service: Service, from startedAt: Date) -> [MigrationSimulator.Fault] {
    faults
      .filter { $0.service == nil || $0.service == service }
      .filter { service.faultKinds.contains($0.kind) }
      .map { fault in
        MigrationSimulator.Fault(
          kind: fault.kind, count: fault.count, match: fault.match,
          milliseconds: fault.milliseconds, begins: startedAt.addingTimeInterval(fault.after))
      }
  }
}
