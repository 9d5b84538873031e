import MigrationModel

import struct FoundationEssentials.Date

extension RelationalMigrator.JobInterpretation {
  /// The stages that the service's own pages show; it has no steps on the wire.
  var steps: [Step] {
    var steps = mode == .cdcOnly ? [] : [snapshot]
    if replicates { steps.append(replication) }
    if asksForVerification { steps.append(comparison) }
    return steps
  }

  private var snapshot: Step {
    let statistics = document.statistics
    let startedAt = statistics?.startedAt.flatMap { Timestamp.parse($0) }
    var step = Step(
      id: "snapshot", name: "snapshot", label: "Snapshot", state: snapshotState,
      nativeState: document.status, phase: .full, startedAt: startedAt)
    if step.state == .done {
      step.fraction = 1
      step.finishedAt = startedAt.flatMap { start in
        statistics?.elapsedSeconds?.unlessNegative.map { start.addingTimeInterval(Double($0)) }
      }
    } else {
      step.fraction = snapshotFraction.fraction.map { min($0, 0.999) }
    }
    if step.state == .failed { step.error = error }
    return step.warning(of: brokenConnector)
  }

  private var snapshotState: Step.State {
    if snapshotIsOver || status == .completed { return .done }
    switch status {
    case .failed: return .failed
    case _ where cdcStatus == .failed: return .failed
    case .cancelled: return .stopped
    case .paused: return .paused
    case .notStarted: return .pending
    case .running, .cleaningUp, .cancelling: return cdcStatus == .paused ? .paused : .running
    case .completed: return .done
    case nil: return .unknown
    }
  }

  private var replication: Step {
    let statistics = document.cdcStatistics
    var step = Step(
      id: "cdc", name: "cdc", label: "CDC", state: replicationState,
      nativeState: document.cdcStatus,
      phase: .incremental, lag: lag,
      startedAt: statistics?.startedAt.flatMap { Timestamp.parse($0) })
    if step.state == .pending { step.lag = .absent(.notStarted) }
    if step.state == .failed { step.error = error }
    return step.warning(of: brokenConnector)
  }

  private var replicationState: Step.State {
    switch cdcStatus {
    case .completed: return .done
    case .cancelled: return .stopped
    case .failed: return .failed
    case .paused: return .paused
    case .running, .completing: return stateOfWork
    case .notStarted: return phase == .incremental ? stateOfWork : .pending
    case nil:
      return document.cdcWord != nil ? .unknown : phase == .incremental ? stateOfWork : .pending
    }
  }

  /// Of a stage that is at work by its own word, when the job may have ended it.
  private var stateOfWork: Step.State {
    switch status {
    case .failed: .failed
    case .cancelled: .stopped
    case .paused: .paused
    case .notStarted, .running, .cleaningUp, .cancelling, .completed: .running
    case nil: .unknown
    }
  }

  private var comparison: Step {
    Step(
      id: "verification", name: "verification", label: "Verification", state: comparisonState,
      nativeState: document.verificationWord, phase: .verifying,
      error: comparisonTrouble.map { Step.Error(message: $0) })
  }

  private var comparisonState: Step.State {
    switch verificationStatus {
    case .verifying, .cancelling: .running
    case .verified: .done
    case .failed: .failed
    case .aborted: .warning
    case .cancelled: .stopped
    case nil: document.verificationWord == nil ? .pending : .unknown
    }
  }

  private var error: Step.Error? {
    guard let error = document.failureError, error.isTold else { return nil }
    return Step.Error(code: error.errorType?.nonEmpty, message: error.message?.nonEmpty)
  }
}

extension Step {
  /// The same with what is wrong beside its own word, if it runs.
  fileprivate func warning(of trouble: String?) -> Step {
    guard let trouble, state == .running else { return self }
    var step = self
    step.state = .warning
    step.error = Error(message: trouble)
    return step
  }
}
