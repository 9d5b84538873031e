package import struct FoundationEssentials.Date

/// A part of a job: a step, a sub-step, a child task.
package struct Step: Hashable, Identifiable, Sendable {
  /// The job states, and one more that only replicating steps have.
  package enum State: String, CaseIterable, Hashable, Sendable {
    case pending, running, warning, failed, paused, stopped, done, caughtUp, unknown
  }

  /// The two parts of the way of a change.
  package enum Half: Hashable, Sendable {
    /// From the source to the service (DTS: the capture step, DRS: RPO).
    case reading
    /// From the service to the target (DTS: the write step, DRS: RTO).
    case writing
  }

  package struct Error: Hashable, Sendable {
    package var code: String?
    package var message: String?
    package var help: String?

    package init(code: String? = nil, message: String? = nil, help: String? = nil) {
      self.code = code
      self.message = message
      self.help = help
    }
  }

  /// Unique among the steps of one parent.
  package let id: String
  /// The name on the wire.
  package var name: String
  /// The name in English.
  package var label: String
  /// The service's number of the step, for example `03`.
  package var code: String?
  package var state: State
  package var nativeState: String?
  package var phase: Phase
  /// 0 to 1; `nil` where the service does not report progress or the step is open-ended.
  package var fraction: Double?
  package var lag: Lag
  /// Which part of the way ``lag`` measures; `nil` for a step that measures none.
  package var half: Half?
  package var startedAt: Date?
  package var finishedAt: Date?
  /// An oddity, for example an error text on a finished step.
  package var note: String?
  package var error: Error?
  package var children: [Step]

  package init(
    id: String,
    name: String,
    label: String,
    code: String? = nil,
    state: State,
    nativeState: String? = nil,
    phase: Phase = .unknown,
    fraction: Double? = nil,
    lag: Lag = .absent(.notApplicable),
    startedAt: Date? = nil,
    finishedAt: Date? = nil,
    note: String? = nil,
    error: Error? = nil,
    children: [Step] = []
  ) {
    self.id = id
    self.name = name
    self.label = label
    self.code = code
    self.state = state
    self.nativeState = nativeState
    self.phase = phase
    self.fraction = fraction
    self.lag = lag
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.note = note
    self.error = error
    self.children = children
  }
}

extension Step {
  /// `03 Full data`: the service's number, if it has one, and the name in English.
  package var title: String { [code, label].compactMap(\.self).joined(separator: " ") }
}

extension Step.State {
  /// The same word for a step that is a task of its own, or stands for one.
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
}
