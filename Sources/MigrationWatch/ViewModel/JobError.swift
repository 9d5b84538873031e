package import MigrationModel

package import struct FoundationEssentials.Date

/// One thing that a job's service calls an error, wherever it stands in the answer.
package struct JobError: Hashable, Sendable {
  /// Which part of what the service tells has it.
  package enum Origin: Hashable, Sendable {
    case job, step, log
  }

  package let origin: Origin
  package let code: String?
  package let message: String
  /// The names on the way to it, for example a step and its sub-step; empty for the job's own failure.
  package let path: [String]
  /// The innermost steps that have it, each with the way to it; empty if no step has it.
  package private(set) var places: [[String]]
  package var at: Date?
  /// The tables, collections or components that the service points at.
  package var locations: [String]
  package let help: String?
  /// Whether it stops something now; an error text on a finished step, or a line of a log, does not.
  package let isActive: Bool
  /// How often the service's log has it; `nil` for an error that is no line of a log.
  package var times: Int64?
  /// When the log had it first.
  package var firstAt: Date?

  init(
    _ origin: Origin, code: String?, message: String, path: [String] = [], at: Date?,
    location: String? = nil, help: String? = nil, isActive: Bool
  ) {
    self.origin = origin
    self.code = code
    self.message = message
    self.path = path
    self.at = at
    self.help = help
    self.isActive = isActive
    places = origin == .step ? [path] : []
    locations = location.map { [$0] } ?? []
  }

  /// All of a job's errors: its own failure first, then those of its steps in their order.
  ///
  /// The same text on several steps is one error with several places. The service's log is not looked at: it
  /// is read of an open job only, and a count must not depend on what is open.
  package static func all(of job: Job) -> [JobError] {
    var errors: [JobError] = []
    if let failure = job.failure, failure.message != nil || failure.code != nil {
      errors.append(
        JobError(
          .job, code: failure.code, message: failure.message ?? Self.noText, at: failure.at,
          location: failure.location, help: failure.help, isActive: job.state == .failed))
    }
    collect(job.steps, path: [], into: &errors)
    return errors
  }

  private static func collect(_ steps: [Step], path: [String], into errors: inout [JobError]) {
    for step in steps where step.error != nil || !step.children.isEmpty {
      let here = path + [step.code.map { "\($0) \(step.label)" } ?? step.label]
      if let error = step.error {
        let id = ID(error)
        if let same = errors.firstIndex(where: { $0.id == id }) {
          errors[same].learn(place: here)
        } else {
          errors.append(
            JobError(
              .step, code: id.code, message: id.message, path: here, at: step.finishedAt,
              help: error.help, isActive: step.state != .done))
        }
      }
      collect(step.children, path: here, into: &errors)
    }
  }

  /// A step repeats what its parts say: the innermost one is where it happened.
  private mutating func learn(place: [String]) {
    if let outer = places.firstIndex(where: place.starts(with:)) {
      places[outer] = place
    } else {
      places.append(place)
    }
  }

  static let noText = "no text given"
}

extension JobError {
  /// What makes it the same error in the next reading.
  package struct ID: Hashable, Sendable {
    let code: String?
    let message: String

    init(code: String?, message: String) {
      self.code = code
      self.message = message
    }

    init(_ error: Step.Error) {
      self.init(code: error.code, message: error.message ?? JobError.noText)
    }
  }

  /// The way to the innermost step that has it; empty for the job as a whole.
  package var place: [String] { places.first ?? path }

  package var id: ID { ID(code: code, message: message) }

  /// Code and message in one line; most messages begin with their code already.
  package var text: String { Self.text(code, message) }

  package static func text(_ code: String?, _ message: String?) -> String {
    guard let code, message?.contains(code) != true else { return message ?? noText }
    return "\(code) \(message ?? noText)"
  }
}
