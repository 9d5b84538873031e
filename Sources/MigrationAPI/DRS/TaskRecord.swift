import MigrationModel

package import struct FoundationEssentials.Date

extension DRS {
  /// What is known of one task: the last answer of each call, with the time at which it was read.
  package struct TaskRecord: Sendable {
    struct Dated<Value: Sendable>: Sendable {
      let value: Value
      let at: Date

      init(_ value: Value, at: Date) {
        self.value = value
        self.at = at
      }
    }

    private(set) var listed: Dated<ListedTask>?
    private(set) var detail: Dated<TaskDetail>?
    private(set) var progress: Dated<TaskProgress>?
    /// The status that ``progress`` is of: its own word, or what the task's was when it was read.
    private(set) var progressStatus: String?
    /// `nil` before the task replicates and after it stopped to.
    private(set) var delays: Dated<ReplicationDelays>?
    /// `nil` unless the task is being configured and was checked.
    private(set) var precheck: Dated<PrecheckReport>?
    /// The word that came last, whatever call it came with; progress is not asked, it knows fewer
    /// words. `nil` if none came, or if the listing took its own back.
    private(set) var newestStatus: Dated<String>?
    /// Whether ``newestStatus`` came with the listing.
    private var isStatusListed = false
    /// Which listing the task stood in.
    private(set) var useType: UseType?
    /// Whether the last word that told a phase was one of the incremental phase.
    private(set) var sawIncremental = false
    private(set) var sawFullTransferEnd = false

    package init() {}
  }
}

extension DRS.TaskRecord {
  package mutating func keep(
    _ task: DRS.ListedTask, from useType: DRS.UseType? = nil, at time: Date
  ) {
    // A row without a word takes back the word of the row before, not that of another call.
    if task.status?.nonEmpty == nil, isStatusListed { newestStatus = nil }
    listed = Dated(task, at: time)
    self.useType = useType ?? self.useType
    learn(task.status, at: time, isListed: true)
  }

  package mutating func keep(_ status: DRS.TaskStatus, at time: Date) {
    learn(status.status, at: time)
  }

  package mutating func keep(_ detail: DRS.TaskDetail, at time: Date) {
    self.detail = Dated(detail, at: time)
    learn(detail.status, at: time)
  }

  package mutating func keep(_ progress: DRS.TaskProgress, at time: Date) {
    self.progress = Dated(progress, at: time)
    progressStatus = progress.transferStatus?.nonEmpty ?? newestStatus?.value
    let word = DRS.StatusWord(word: progressStatus)
    // Of a task that does not replicate the delay is told as -1, if at all.
    let hasReplicated = word?.leavesPhaseOpen == true && progress.delay != nil
    if word?.isIncremental == true || hasReplicated { learnReplication() }
  }

  package mutating func keep(_ delays: DRS.ReplicationDelays, at time: Date) {
    self.delays = delays.isTold ? Dated(delays, at: time) : nil
  }

  package mutating func keep(_ report: DRS.PrecheckReport, at time: Date) {
    precheck = report.isTold ? Dated(report, at: time) : nil
  }

  /// The service has nothing to tell by this call now.
  mutating func forget(_ call: DRS.DetailsCall) {
    switch call {
    case .delays: delays = nil
    case .precheck: precheck = nil
    }
  }

  /// What the service could tell of the task by a call of its own.
  var detailsCall: DRS.DetailsCall? { DRS.TaskInterpretation(self).detailsCall }

  var taskType: DRS.TaskType? {
    [detail?.value.taskType, listed?.value.taskType, progress?.value.taskMode].lazy
      .compactMap { DRS.TaskType(word: $0) }.first
  }

  /// Whether the task has not begun, or is over.
  var isAtRest: Bool {
    let phase = DRS.TaskInterpretation(self).phase
    return phase == .pending || phase == .none
  }

  /// Remembers what this word shows and a later one may hide. A task that was reset begins anew.
  private mutating func learn(_ status: String?, at time: Date, isListed: Bool = false) {
    guard let status = status?.nonEmpty else { return }
    newestStatus = Dated(status, at: time)
    isStatusListed = isListed
    let word = DRS.StatusWord(word: status)
    // Another attempt is checked anew, and its halves of a delay are others.
    if word != .configuration { precheck = nil }
    if word == .pausing || word == .startJobing || word == .fullTransferStarted { delays = nil }
    if word == .fullTransferStarted { (sawIncremental, sawFullTransferEnd) = (false, false) }
    if word == .fullTransferComplete { sawFullTransferEnd = true }
    if word?.isIncremental == true { learnReplication() }
  }

  private mutating func learnReplication() {
    sawIncremental = true
    if taskType == .fullAndIncremental { sawFullTransferEnd = true }
  }
}
