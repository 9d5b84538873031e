import MigrationModel

import struct FoundationEssentials.Date

/// What the answers about one task mean together.
struct DTSJobInterpretation {
  let record: DTSRecord
  /// `nil` for a word that this version does not know.
  let status: DTSStatus?
  /// Whether `ListJobStep` speaks for the task's present state.
  let stepsAreCurrent: Bool
  /// The steps that speak for the present state, in the form in which both answers agree.
  let parts: [DTSPart]
  /// The same, as steps.
  let currentSteps: [Step]
  /// The steps to show: those of `ListJobStep`, else those that the list tells.
  let steps: [Step]
  let phase: Phase

  /// How many seconds two answers may be apart to be read as one.
  static let together = 30.0

  init(_ record: DTSRecord) {
    let entry = record.entry
    let phases = entry.listedPhases(type: record.type)
    let listed = entry.listedSteps(phases, type: record.type) + entry.reverseSteps
    let told = record.steps.map { $0.entries.steps() + entry.reverseSteps }
    self.record = record
    status = DTSStatus(word: entry.status)
    stepsAreCurrent = Self.stepsAreCurrent(record, phases: phases)
    parts = stepsAreCurrent ? record.steps?.entries.map(\.part) ?? [] : phases.map(\.part)
    steps = told ?? listed
    currentSteps = stepsAreCurrent ? steps : listed
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

  /// Steps count as long as the status word they were read under stands, and not much longer than
  /// the list, unless that tells nothing about them: the service drops its status objects once a
  /// task synchronizes.
  private static func stepsAreCurrent(
    _ record: DTSRecord, phases: [DTSJobEntry.ListedPhase]
  ) -> Bool {
    guard let steps = record.steps, steps.status == record.entry.status else { return false }
    let age = record.listedAt.timeIntervalSince(steps.readAt)
    return age <= together || !phases.contains(where: \.part.isTold)
  }

  private var isOver: Bool { status?.state == .done || status?.state == .failed }
}
