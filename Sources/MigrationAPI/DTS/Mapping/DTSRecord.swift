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
  /// `nil` until they were read.
  private(set) var steps: Steps?
  /// The last phase that a reading could tell.
  private(set) var lastPhase: Phase?

  /// - Parameter type: The kind under which the task was listed.
  init(id: Job.ID, entry: DTSJobEntry, unknown: UnknownFields, type: DTSJobType, at now: Date) {
    self.id = id
    listedType = type
    self.type = entry.jobType.flatMap(DTSJobType.init(word:)) ?? type
    self.entry = entry
    unknownFields = unknown
    listedAt = now
  }

  /// Takes over what an older record knows beyond this one.
  mutating func inherit(from older: Self?) {
    steps = older?.steps
    lastPhase = older?.lastPhase
    rememberPhase()
  }

  mutating func update(steps entries: [DTSStepEntry], at now: Date) {
    steps = Steps(entries: entries, readAt: now, status: entry.status)
    rememberPhase()
  }

  private mutating func rememberPhase() {
    let phase = DTSJobInterpretation(self).phase
    if phase != .unknown, phase != .none, phase != .pending { lastPhase = phase }
  }
}
