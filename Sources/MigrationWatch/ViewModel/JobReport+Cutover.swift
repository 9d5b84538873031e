import MigrationAnalysis
import MigrationModel

/// The words of a job's cut-over.
extension JobReport {
  package var cutoverWord: String {
    guard !judgement.cutover.checks.isEmpty else { return Wording.absent }
    return switch judgement.cutover.ready {
    case true?: "ready"
    case false?: "no"
    case nil: "?"
    }
  }

  /// Why the job is not ready, or what it waits for, in one line.
  package var cutoverSummary: String {
    let cutover = judgement.cutover
    guard !cutover.checks.isEmpty else { return "this job has no cut-over" }
    if cutover.ready == true {
      return "ready since \(cutover.since.map { Wording.clock($0.date) } ?? "now")"
    }
    let word = cutover.ready == false ? "no" : "?"
    guard let open = gravest(.fail) ?? gravest(.unknown) else {
      return "?: held for less than the hold time"
    }
    return "\(word): \(open.id.rawValue) \(open.coarseEvidence)"
  }

  /// Of a job that replicates the lag says more than a phase that is right beside a state that is not, and least
  /// says a hold that has to begin again because of another check.
  private func gravest(_ result: Cutover.Result) -> Cutover.Check? {
    let checks = judgement.cutover.checks.filter { $0.result == result }
    guard job.phase == .incremental else { return checks.first }
    return checks.first { $0.id == .lag && !$0.isHold }
      ?? checks.first { $0.id != .phase && $0.id != .lag } ?? checks.last
  }

  /// The checks of the cut-over, one a line; empty for a job without one.
  package var cutoverLines: [CutoverLine] {
    judgement.cutover.checks.map { check in
      let state: ShownState =
        switch check.result {
        case .pass: .done
        case .fail: .failed
        case .unknown: .unknown
        }
      return CutoverLine(
        state: state, name: check.id.rawValue, result: check.result.rawValue,
        evidence: check.coarseEvidence)
    }
  }

  /// Whether a comparison of the data is among the checks; where it is not, a person has to make one.
  package var hasVerificationCheck: Bool {
    judgement.cutover.checks.contains { $0.id == .verification }
  }

  /// `4 pass, 2 fail, 1 unknown`; empty for a job without a cut-over.
  package var cutoverCounts: String {
    guard !judgement.cutover.checks.isEmpty else { return "" }
    func count(_ result: Cutover.Result) -> Int {
      judgement.cutover.checks.count { $0.result == result }
    }
    return "\(count(.pass)) pass, \(count(.fail)) fail, \(count(.unknown)) unknown"
  }
}

/// A cut-over check in words.
package struct CutoverLine: Hashable, Sendable {
  /// Done for pass, failed for fail.
  package let state: ShownState
  package let name: String
  package let result: String
  package let evidence: String
}
