import MigrationModel

import struct FoundationEssentials.Date

/// What the last answers told about one task.
struct DTSRecord: Sendable {
  struct Steps: Sendable {
    let entries: [DTSStepEntry]
    let readAt: Date
    /// The status word of the task when its steps were read.
    let status: String?
  }

  let id: Job.ID
  /// The kind under which it was listed, which is the one to ask for it.
  let listedType: DTSJobType
  /// What the task itself says that it is.
  let type: DTSJobType
  let entry: DTSJobEntry
  let unknownFields: UnknownFields
  let listedAt: Date
  /// What one of `Delay` is worth: the two calls that tell it do not agree.
  let delayUnit: DTSDelayUnit
  /// The same for the way back, which the list counts in seconds for every kind.
  let reverseDelayUnit: DTSDelayUnit
  /// `nil` until they were read.
  private(set) var steps: Steps?
  /// What closer looks told; see ``checks``, ``parts`` and ``reverse`` for what of it still holds.
  var details = DTSDetails()
  /// The last phase that a reading could tell.
  private(set) var lastPhase: Phase?

  /// - Parameters:
  ///   - type: The kind under which the task was listed.
  ///   - delayUnit: What one of `Delay` is worth; `nil` for the unit of the list.
  init(
    id: Job.ID, entry: DTSJobEntry, unknown: UnknownFields, type: DTSJobType, at now: Date,
    delayUnit: DTSDelayUnit? = nil
  ) {
    self.id = id
    listedType = type
    let type = entry.jobType.flatMap(DTSJobType.init(word:)) ?? type
    self.type = type
    self.delayUnit = delayUnit ?? type.delayUnit
    reverseDelayUnit = delayUnit ?? .seconds
    self.entry = entry
    unknownFields = unknown
    listedAt = now
  }

  /// Takes over what an older record knows beyond this one.
  mutating func inherit(from older: Self?) {
    steps = older?.steps
    lastPhase = older?.lastPhase
    if let older { details = older.details }
    rememberPhase()
  }

  /// Keeps the steps of an answer; an empty list tells nothing, a task has at least a precheck.
  mutating func update(steps entries: [DTSStepEntry], at now: Date) {
    guard !entries.isEmpty else { return }
    steps = Steps(entries: entries, readAt: now, status: entry.status)
    rememberPhase()
  }

  private mutating func rememberPhase() {
    let phase = DTSJobInterpretation(self).phase
    if phase != .unknown, phase != .none, phase != .pending { lastPhase = phase }
  }
}

extension DTSRecord {
  /// How many seconds two answers may be apart to be read as one.
  private static let together = 30.0

  /// How many seconds the steps are older than the list item.
  var stepsAge: Double? { steps.map { listedAt.timeIntervalSince($0.readAt) } }

  /// Whether an answer is of the same moment as the list item.
  func isTogether(_ readAt: Date) -> Bool {
    abs(listedAt.timeIntervalSince(readAt)) <= Self.together
  }

  /// The list's `Delay`; negative before the incremental phase.
  var listedDelay: DTSDelay? { entry.delay.map(delayUnit.delay) }

  /// Whether `ListJobStep` is of the same moment as the list item.
  var stepsAreCurrent: Bool {
    guard let steps, let stepsAge else { return false }
    return steps.status == entry.status && stepsAge <= Self.together
  }

  /// The steps that speak for the present state: none once the status word is another one, and
  /// older ones only of a kind about which the list item, which loses its status objects once a
  /// task synchronizes, is silent.
  var currentEntries: [DTSStepEntry] {
    guard let steps, steps.status == entry.status else { return [] }
    if stepsAreCurrent { return steps.entries }
    let told = Set(entry.listedPhases(type: type).filter(\.part.isTold).map(\.kind))
    return steps.entries.filter { $0.kind.map { !told.contains($0) } ?? told.isEmpty }
  }
}
