import MigrationModel

package import struct FoundationEssentials.Date

/// An entry of a batch answer. The calls name the same things differently.
package protocol DRSBatchItem: WireObject {
  /// Below `jobs/`.
  static var call: String { get }
  /// Whether the call has pages, and so tells of the first five ids only unless it is asked for
  /// more. The others tell of every id.
  static var hasPages: Bool { get }
  /// For a call that may well have nothing to tell of a task that the service knows.
  static var detailsCall: DRS.DetailsCall? { get }

  var taskID: String? { get }
  /// Whether the entry tells of the task at all, or only why it does not.
  var isTold: Bool { get }
  var errorCode: String? { get }
  var errorText: String? { get }

  /// Adds what it tells to what is known of the task.
  func join(_ record: inout DRS.TaskRecord, at time: Date)
}

extension DRS.TaskStatus: DRSBatchItem {
  package static var call: String { "batch-status" }
  package static var hasPages: Bool { true }
  package static var detailsCall: DRS.DetailsCall? { nil }
  package var taskID: String? { id }
  package var isTold: Bool { status?.nonEmpty != nil }
  package var errorText: String? { errorMessage }

  package func join(_ record: inout DRS.TaskRecord, at time: Date) {
    record.keep(self, at: time)
  }
}

extension DRS.TaskDetail: DRSBatchItem {
  package static var call: String { "batch-detail" }
  package static var hasPages: Bool { true }
  package static var detailsCall: DRS.DetailsCall? { nil }
  package var taskID: String? { id }
  package var isTold: Bool { status?.nonEmpty != nil }
  package var errorText: String? { errorMessage }

  package func join(_ record: inout DRS.TaskRecord, at time: Date) {
    record.keep(self, at: time)
  }
}

extension DRS.TaskProgress: DRSBatchItem {
  package static var call: String { "batch-progress" }
  package static var hasPages: Bool { false }
  package static var detailsCall: DRS.DetailsCall? { nil }
  package var taskID: String? { jobId }
  package var isTold: Bool {
    transferStatus?.nonEmpty != nil || progress != nil || increTransDelay != nil
      || increTransDelayMillis != nil
  }
  package var errorText: String? { errorMsg }

  package func join(_ record: inout DRS.TaskRecord, at time: Date) {
    record.keep(self, at: time)
  }
}

extension DRS.ReplicationDelays: DRSBatchItem {
  package static var call: String { "batch-rpo-and-rto" }
  package static var hasPages: Bool { false }
  package static var detailsCall: DRS.DetailsCall? { .delays }
  package var taskID: String? { jobId }
  package var isTold: Bool { rpoInfo != nil || rtoInfo != nil }
  package var errorText: String? { errorMsg }

  package func join(_ record: inout DRS.TaskRecord, at time: Date) {
    record.keep(self, at: time)
  }
}

extension DRS.PrecheckReport: DRSBatchItem {
  package static var call: String { "batch-precheck-result" }
  package static var hasPages: Bool { false }
  package static var detailsCall: DRS.DetailsCall? { .precheck }
  package var taskID: String? { precheckId }
  package var isTold: Bool {
    result != nil || process?.nonEmpty != nil || precheckResult?.isEmpty == false
  }
  package var errorText: String? { errorMsg }

  package func join(_ record: inout DRS.TaskRecord, at time: Date) {
    record.keep(self, at: time)
  }
}
