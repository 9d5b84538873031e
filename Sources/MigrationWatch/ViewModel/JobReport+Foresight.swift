import MigrationAnalysis
package import MigrationModel

/// The words of what is foreseen beside the end of the phase.
extension JobReport {
  /// How right the earlier ETAs were: `9 of 11 held, 2 too early; typically off by 6%`; `nil` before there is one.
  package var foresightWords: String? {
    guard let foresight = judgement.foresight else { return nil }
    let others = foresight.count - foresight.held
    let early = foresight.late == 0 ? nil : "\(foresight.late) too early"
    let late = others > foresight.late ? "\(others - foresight.late) too late" : nil
    let held = "\(foresight.held) of \(foresight.count) held"
    let words = [held, early, late].compactMap(\.self).joined(separator: ", ")
    let percent = Int((min(foresight.error, 9.99) * 100).rounded())
    return "\(words); typically off by \(percent)%\(foresight.isFinal ? "" : " so far")"
  }

  /// The time until a step is over: `12m-18m`; `nil` where that cannot be foreseen.
  package func endWords(of step: Step, at path: StepPath) -> String? {
    // Of the only part of the phase there is one end, that of the phase.
    if path.ids.count == 1, step.phase == job.phase, step.state == .running,
      job.steps.count(where: { $0.phase == job.phase && $0.state == .running }) == 1,
      case .between(let low, let high) = judgement.eta
    {
      return Wording.eta(from: low, to: high)
    }
    return judgement.stepEnds[path].map { Wording.eta(from: $0.lowerBound, to: $0.upperBound) }
  }

  /// Since when a copy has been still for longer than it usually is; `nil` while it goes on as it did.
  package var quietWords: String? {
    judgement.quietSince.map { "nothing has moved since \(Wording.clock($0.date))" }
  }
}
