package import MigrationModel

extension Job {
  /// Reads what is known of a task.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - record: One with a row of the listing or a status; `nil` comes back for another.
  package init?(_ id: ID, _ record: DRS.TaskRecord) {
    let meaning = DRS.TaskInterpretation(record)
    guard let observedAt = meaning.observedAt else { return nil }
    let detail = record.detail?.value
    let name = detail?.name?.nonEmpty ?? record.listed?.value.name?.nonEmpty
    self.init(
      id: id, service: .drs, name: name ?? id.native, kind: record.kind, state: meaning.state,
      phase: meaning.phase, nativeStatus: meaning.nativeStatus, observedAt: observedAt,
      lag: meaning.lag)
    replicates = meaning.taskType.map { $0 != .full }
    (from, to) = record.endpoints
    createdAt = record.createdAt
    startedAt = Timestamp.milliseconds(detail?.actualStartTime)
    // The end of a replication is not told, only that of the full transfer.
    finishedAt =
      state == .done && meaning.taskType == .full ? meaning.fullTransferCompleteTime : nil
    figuresReadAt = meaning.figuresReadAt
    stepsObservedAt = record.detail.map { min($0.at, meaning.detailsReadAt ?? $0.at) }
    progress = meaning.progress
    throughput = meaning.throughput
    failure = meaning.failure
    steps = meaning.steps
    notes = meaning.notes
    details = meaning.detailsCall == nil ? .nothing : .steps
  }
}
