import MigrationModel

import struct FoundationEssentials.Date

/// What the answers about one task mean together.
struct DTSJobInterpretation {
  let record: DTSRecord
  /// `nil` for a word that this version does not know.
  let status: DTSStatus?
  /// What speaks for the present state, in the form in which both answers agree.
  let parts: [DTSPart]
  /// The same, as steps, with the other direction and the parts of the task, and without the items
  /// of a closer look.
  let currentSteps: [Step]
  /// The same with the items of a closer look, of which one may be the reason of a failure.
  let judgedSteps: [Step]
  /// The steps to show: those of `ListJobStep`, and what only the list tells.
  let steps: [Step]
  /// Those of them that are not of another task: the other direction or a part.
  private let ownSteps: [Step]
  let phase: Phase

  init(_ record: DTSRecord) {
    let entries = record.steps?.entries ?? []
    let current = record.currentEntries
    self.record = record
    status = DTSStatus(word: record.entry.status)
    parts = record.entry.parts(
      with: current, type: record.type, isNewer: record.stepsAge.map { $0 > 0 } ?? false)
    let others = record.otherSteps
    let retry = record.entry.retryState
    ownSteps = record.detailedSteps(with: entries).retried(retry)
    steps = ownSteps + others
    currentSteps =
      record.ownSteps(with: current).map(\.withItemsPassedOver).retried(retry) + others
    judgedSteps =
      record.checks == nil
      ? currentSteps : record.detailedSteps(with: current).retried(retry) + others
    phase = Self.phase(record, status: status, parts: parts)
  }

  var entry: DTSJobEntry { record.entry }

  var job: Job {
    var job = Job(
      id: record.id, service: .dts, name: entry.dtsJobName?.nonEmpty ?? record.id.native,
      kind: record.type.kind, state: state, phase: phase,
      nativeStatus: entry.status?.trimmed ?? "", observedAt: record.listedAt, lag: lag)
    job.replicates = Self.toldToReplicate(record, parts: parts)
    job.from = entry.sourceEndpoint?.endpoint
    job.to = entry.destinationEndpoint?.endpoint
    job.createdAt = entry.createTime.flatMap { Timestamp.parse($0) }
    job.startedAt = ownSteps.compactMap(\.startedAt).min()
    job.finishedAt = finishedAt
    job.figuresReadAt = max(record.listedAt, record.steps?.readAt ?? record.listedAt)
    job.stepsObservedAt = stepsReadAt
    job.progress = progress
    job.throughput = throughput
    job.failure = failure
    job.verification = verification
    job.steps = steps
    job.details = record.detailCalls.isEmpty ? .nothing : .steps
    job.notes = notes
    return job
  }

  /// Of the oldest answer that the steps are made of.
  private var stepsReadAt: Date? {
    guard let readAt = record.steps?.readAt else { return nil }
    let closer = [record.checks?.readAt, record.parts?.readAt].compactMap(\.self)
    return closer.reduce(readAt, min)
  }
}
