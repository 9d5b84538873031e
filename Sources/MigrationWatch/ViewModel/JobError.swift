package import MigrationModel

package import struct FoundationEssentials.Date

/// One thing that a job's service calls an error, wherever it stands in the answer.
package struct JobError: Hashable, Sendable {
  package let code: String?
  package let message: String
  /// The names on the way to it, for example a step and its sub-step; empty for the job's own failure.
  package let path: [String]
  package let at: Date?
  package let location: String?
  package let help: String?
  /// Whether it stops something now; an error text on a finished step, or a line of a log, does not.
  package let isActive: Bool
  /// How often the service's log has it; `nil` for an error that is no line of a log.
  package var times: Int64?
  /// When the log had it first.
  package var firstAt: Date?

  /// All of a job's errors: its own failure first, then those of its steps in their order.
  ///
  /// A step that only repeats its parent's text is left out. The service's log is not looked at: it is
  /// read of an open job only, and a count must not depend on what is open.
  package static func all(of job: Job) -> [JobError] {
    var errors: [JobError] = []
    if let failure = job.failure, failure.message != nil || failure.code != nil {
      errors.append(
        JobError(
          code: failure.code, message: failure.message ?? "no text given", path: [], at: failure.at,
          location: failure.location, help: failure.help, isActive: job.state == .failed))
    }
    collect(job.steps, path: [], into: &errors)
    return errors
  }

  private static func collect(_ steps: [Step], path: [String], into errors: inout [JobError]) {
    for step in steps {
      let here = path + [step.code.map { "\($0) \(step.label)" } ?? step.label]
      if let error = step.error {
        let message = error.message ?? "no text given"
        if !errors.contains(where: { $0.message == message && $0.code == error.code }) {
          errors.append(
            JobError(
              code: error.code, message: message, path: here, at: step.finishedAt, location: nil,
              help: error.help, isActive: true))
        }
      }
      collect(step.children, path: here, into: &errors)
    }
  }

  /// Code and message in one line; most messages begin with their code already.
  package var text: String {
    guard let code, !message.contains(code) else { return message }
    return "\(code) \(message)"
  }

  /// The part of a text like `service X failed, cause by: Y` that names the cause, and the part before it.
  package var causeAndSymptom: (cause: String, symptom: String?) {
    for mark in ["cause by: ", "cause by ", "caused by: ", "Caused by: "] {
      guard let range = message.firstRange(of: mark) else { continue }
      let symptom = message[..<range.lowerBound]
      return (String(message[range.upperBound...]), String(symptom))
    }
    return (message, nil)
  }
}
