import MigrationModel

extension RelationalMigrator {
  /// A job document read with the words of this program.
  struct JobInterpretation {
    let document: JobDocument
    /// What an earlier document of the same job showed; `nil` if there was none.
    let lastPhase: Phase?
    /// Of the service that wrote the document; `nil` if it does not tell.
    let version: Version?
    let status: JobStatus?
    let cdcStatus: CDCStatus?
    let mode: Mode?
    let verificationStatus: VerificationStatus?
    let connectorStatus: ConnectorStatus?

    init(_ document: JobDocument, lastPhase: Phase? = nil, version: Version? = nil) {
      self.document = document
      self.lastPhase = lastPhase
      self.version = version
      status = JobStatus(word: document.status)
      cdcStatus = CDCStatus(word: document.cdcStatus)
      mode = Mode(word: document.options?.mode)
      verificationStatus = VerificationStatus(word: document.verificationWord)
      connectorStatus = ConnectorStatus(word: document.connectorStatus)
    }
  }
}

extension RelationalMigrator.JobDocument {
  var verificationWord: String? {
    metadata?.verification?.status?.nonEmpty ?? metadata?.verificationStatus?.nonEmpty
  }

  /// A new CDC word means that this version does not know what the job does.
  var cdcWord: String? { cdcStatus?.nonEmpty }

  /// The status, with the CDC status behind it once that says something.
  var nativeStatus: String {
    let word = status?.nonEmpty ?? ""
    guard let cdcWord, RelationalMigrator.CDCStatus(word: cdcWord) != .notStarted else {
      return word
    }
    return "\(word)/\(cdcWord)"
  }
}

extension RelationalMigrator.JobInterpretation {
  /// Whether the job goes on with change events after its snapshot, or has no snapshot at all.
  ///
  /// Without a mode the CDC status tells.
  var replicates: Bool {
    guard document.options?.mode?.nonEmpty != nil else {
      return cdcStatus.map { $0 != .notStarted } ?? false
    }
    return mode != .snapshot
  }

  var snapshotIsOver: Bool { document.statistics?.snapshotCompleted == true || mode == .cdcOnly }

  /// Whether the service said that the data will be compared, in this version's or an older field.
  var asksForVerification: Bool {
    document.verificationWord != nil || document.verificationJobId?.nonEmpty != nil
      || document.metadata?.verificationRequested == true
      || document.metadata?.verification?.samplePercentage != nil
  }

  /// Whether a comparison without a status is still to come. A percentage alone is no promise:
  /// jobs of the history have it too.
  private var awaitsVerification: Bool {
    document.verificationJobId?.nonEmpty != nil || document.metadata?.verificationRequested == true
  }

  /// A running job whose connector is at rest is a warning: it will not go on by itself.
  var state: State { brokenConnector == nil ? standing.state : .warning }
  var phase: Phase { standing.phase }

  /// What is wrong with the connector that moves the data of a job that runs by all other words.
  var brokenConnector: String? {
    let standing = standing
    guard standing.state == .running,
      standing.phase == .full || standing.phase == .incremental
    else { return nil }
    switch connectorStatus {
    case .failed, .paused: return "the connector is \(document.connectorStatus?.nonEmpty ?? "")"
    case .running, nil: return nil
    }
  }

  /// State and phase, by the strongest thing that the document says: an end or a rest, the snapshot,
  /// the replication, the rest.
  ///
  /// A CDC status PAUSED is a rest even before the snapshot is completed: only the replication can
  /// be paused, so that the statistics are the ones that lag behind. The phase stays full all the
  /// same.
  private var standing: (state: State, phase: Phase) {
    if cdcStatus == .failed { return (.failed, dataPhase) }
    guard let status else { return (.unknown, .unknown) }
    switch status {
    case .failed: return (.failed, dataPhase)
    case .cancelled: return (.stopped, .none)
    case .paused: return (.paused, dataPhase)
    case _ where cdcStatus == .paused: return (.paused, dataPhase)
    case .running where !snapshotIsOver: return (.running, .full)
    case _ where cdcStatus == .running: return (.running, .incremental)
    case _ where cdcStatus == .completing: return (.running, .stopping)
    case .notStarted: return (.pending, .pending)
    case .running: return afterSnapshot
    case .cleaningUp, .cancelling: return (.running, .stopping)
    case .completed: return afterCopy
    }
  }

  private var afterSnapshot: (state: State, phase: Phase) {
    switch cdcStatus {
    case .completed, .cancelled: return (.running, .stopping)
    case nil where document.cdcWord != nil: return (.unknown, .unknown)
    case nil, .notStarted, .running, .completing, .paused, .failed:
      return (.running, replicates ? .incremental : .full)
    }
  }

  /// A job that is to be verified is not finished when its copy is.
  private var afterCopy: (state: State, phase: Phase) {
    if cdcStatus == nil, document.cdcWord != nil { return (.unknown, .unknown) }
    switch verificationStatus {
    case .verifying, .cancelling: return (.running, .verifying)
    case .verified, .cancelled: return (.done, .none)
    case .failed: return (.failed, .verifying)
    case .aborted: return (.warning, .verifying)
    case nil where document.verificationWord != nil: return (.unknown, .unknown)
    case nil: return awaitsVerification ? (.running, .verifying) : (.done, .none)
    }
  }

  /// The phase that the document's data points to, whatever its status.
  private var dataPhase: Phase {
    if snapshotIsOver { return replicates ? .incremental : .full }
    if document.statistics?.startedAt?.nonEmpty != nil { return .full }
    return lastPhase ?? .unknown
  }
}
