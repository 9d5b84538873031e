import MigrationModel

import struct FoundationEssentials.Date

/// What the answers about one task mean together.
struct DTSJobInterpretation {
  let record: DTSRecord
  /// `nil` for a word that this version does not know.
  let status: DTSStatus?
  /// What speaks for the present state, in the form in which both answers agree.
  let parts: [DTSPart]
  /// The same, as steps.
  let currentSteps: [Step]
  /// The steps to show: those of `ListJobStep`, and what only the list tells.
  let steps: [Step]
  let phase: Phase

  init(_ record: DTSRecord) {
    let entries = record.steps?.entries ?? []
    let current = record.currentEntries
    self.record = record
    status = DTSStatus(word: record.entry.status)
    parts = record.entry.parts(with: current, type: record.type)
    steps = record.entry.steps(with: entries, type: record.type)
    currentSteps = record.entry.steps(with: current, type: record.type)
    phase = Self.phase(record, status: status, parts: parts)
  }

  var entry: DTSJobEntry { record.entry }

  var job: Job {
    var job = Job(
      id: record.id, service: .dts, name: entry.dtsJobName?.nonEmpty ?? record.id.native,
      kind: record.type.kind, state: state, phase: phase,
      nativeStatus: entry.status?.trimmed ?? "", observedAt: record.listedAt, lag: lag)
    job.replicates = Self.replicates(record, parts: parts)
    job.from = entry.sourceEndpoint?.endpoint
    job.to = entry.destinationEndpoint?.endpoint
    job.createdAt = entry.createTime.flatMap { Timestamp.parse($0) }
    job.startedAt = steps.compactMap(\.startedAt).min()
    job.finishedAt = isOver ? steps.compactMap(\.finishedAt).max() : nil
    job.figuresReadAt = max(record.listedAt, record.steps?.readAt ?? record.listedAt)
    job.stepsObservedAt = record.steps?.readAt
    job.progress = progress
    job.throughput = throughput
    job.failure = failure
    job.verification = verification
    job.steps = steps
    job.notes = notes
    return job
  }

  private var isOver: Bool { status?.state == .done || status?.state == .failed }
}
