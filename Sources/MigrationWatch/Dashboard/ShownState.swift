package import MigrationAnalysis
package import MigrationModel

/// The word of the STATE column: a job's state, or our judgement of its readings in place of `running`.
///
/// The order is the severity, gravest first.
package enum ShownState: Int, CaseIterable, Comparable, Hashable, Sendable {
  case failed, stalled, warning, stale, unknown, running, paused, pending, stopped, done

  package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

  package init(_ job: Job, _ judgement: Judgement) {
    self.init(job.state)
    guard self == .running else { return }
    if judgement.staleness != nil {
      self = .stale
    } else if judgement.stalledSince != nil {
      self = .stalled
    }
  }

  package init(_ state: State) {
    self =
      switch state {
      case .pending: .pending
      case .running: .running
      case .warning: .warning
      case .failed: .failed
      case .paused: .paused
      case .stopped: .stopped
      case .done: .done
      case .unknown: .unknown
      }
  }

  package init(_ state: Step.State) {
    self =
      switch state {
      case .pending: .pending
      case .running, .caughtUp: .running
      case .warning: .warning
      case .failed: .failed
      case .paused: .paused
      case .stopped: .stopped
      case .done: .done
      case .unknown: .unknown
      }
  }

  package init(_ health: SourceState.Health) {
    self =
      switch health {
      case .ok: .running
      case .degraded: .warning
      case .failing: .failed
      case .unknown: .unknown
      }
  }

  /// As `state:` of a filter and the log spell it.
  package var name: String { "\(self)" }

  /// At most five letters.
  package var word: String {
    switch self {
    case .failed: "FAIL"
    case .stalled: "STALL"
    case .warning: "WARN"
    case .stale: "STAL"
    case .unknown: "UNKN"
    case .running: "RUN"
    case .paused: "PAUS"
    case .pending: "PEND"
    case .stopped: "STOP"
    case .done: "DONE"
    }
  }

  /// One ASCII character, so that a state reads without colour.
  package var glyph: String {
    switch self {
    case .failed: "X"
    case .stalled: "%"
    case .warning: "!"
    case .stale: "~"
    case .unknown: "?"
    case .running: ">"
    case .paused: "="
    case .pending: "."
    case .stopped: "#"
    case .done: "*"
    }
  }
}
