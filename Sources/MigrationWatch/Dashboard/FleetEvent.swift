package import MigrationModel

package import struct FoundationEssentials.Date

/// One change worth telling, of a job or of a source.
///
/// A change of a job is told in the clock of its service, as everything about the job is: by the service's own time
/// of it, where it tells one that agrees with the readings before and after, else by the time of the reading that
/// showed it, moved by the offset known then. What happens to a source is our own doing, and told by our clock.
package struct FleetEvent: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case state, phase, step, failure, lag, verification, cutover, attempt, job, acknowledgement,
      source
  }

  /// The job as the change found it and left it; `nil` for an event of the source itself.
  package struct Surroundings: Hashable, Sendable {
    package let before: ShownState
    package let after: ShownState
    /// The service's word before and after.
    package let statuses: [String]
    package let phase: Phase
    package let fraction: Double?
  }

  /// The two ends of a change that can go to and fro.
  struct Turn: Hashable, Sendable {
    /// What turns, where a kind of change has several such things.
    var subject: [String] = []
    let from: String
    let to: String

    var reversed: Turn { Turn(subject: subject, from: to, to: from) }
  }

  /// Its number in the log; a repeat keeps the number of the first.
  package internal(set) var id = 0
  /// When this program saw it.
  package internal(set) var at: Moment
  /// When it happened, in our clocks: what lists are sorted by.
  package internal(set) var happenedAt: Moment
  /// When it happened, in the clock in which it is told.
  package internal(set) var time: Date
  /// That clock minus ours, as it was then; zero where it is not shown.
  package let clockOffset: Duration
  package let source: String
  /// `nil` for an event of the source itself.
  package let job: Job.ID?
  package let name: String
  package let kind: Kind
  /// How grave it is: not always as grave as the state of the job.
  package let state: ShownState
  package let text: String
  package var surroundings: Surroundings?
  /// The steps on the way to where it happened; empty for the job as a whole.
  package var path: [String] = []
  /// The error that it tells of; `nil` for any other change.
  package internal(set) var error: JobError.ID?
  /// How often ``error`` was met with it. Of what tells of one failure, such as a step and its part, only the first
  /// counts.
  package internal(set) var hits = 0
  /// `nil` for a change that does not go back.
  var turn: Turn?
  /// How often the same was seen in a row, or how often it went to and fro.
  package var times = 1
  /// When it happened first, if more than once; as ``time``.
  package internal(set) var firstTime: Date
  /// Whether it goes to and fro: the line stands for both ways, and tells the graver one.
  package internal(set) var isFlapping = false

  /// - Parameter offset: The service's clock minus ours; zero for what is told by our clock.
  init(
    at moment: Moment, offset: Duration = .zero, source: String, job: Job.ID?, name: String,
    kind: Kind, state: ShownState, text: String
  ) {
    at = moment
    happenedAt = moment
    clockOffset = ServiceMoment.shownOffset(offset)
    time = ServiceMoment(at: moment, offset: offset).shown
    firstTime = time
    self.source = source
    self.job = job
    self.name = name
    self.kind = kind
    self.state = state
    self.text = text
  }

  /// Takes on the service's own time of the change.
  mutating func happened(at told: Date, in ours: Moment) {
    time = told
    firstTime = told
    happenedAt = ours
  }

  func isRepeat(of other: FleetEvent) -> Bool {
    job == other.job && source == other.source && kind == other.kind && change == other.change
      && text == other.text
  }

  /// Whether it is about an error with that text, and ends with it.
  package func tells(_ message: String) -> Bool {
    error?.message == message && text.hasSuffix(message)
  }
}
