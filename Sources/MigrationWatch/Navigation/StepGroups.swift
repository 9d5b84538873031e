import MigrationModel

/// Folds siblings that finished, or that wait, into one row: of a hundred tables the ones that fail or run are
/// what somebody looks for.
enum StepGroups {
  /// So many of one state stay rows of their own.
  private static let mostAlone = 4
  private static let shownFirst = 2
  /// No service's id begins like this.
  private static let mark = "\u{2026} "

  static func isGroup(_ step: Step) -> Bool { step.id.hasPrefix(mark) }

  /// The siblings in their order, each group where its first member stood.
  static func grouped(_ steps: [Step]) -> [Step] {
    var result = steps
    for state in [Step.State.done, .pending] {
      let members = result.filter { $0.state == state && !isTroubled($0) }
      // Of those that wait there is nothing to see but how many they are.
      let shown = state == .done ? shownFirst : 0
      guard members.count > mostAlone, let first = members.dropFirst(shown).first else { continue }
      let folded = Array(members.dropFirst(shown))
      let ids = Set(folded.map(\.id))
      result = result.compactMap { step in
        guard ids.contains(step.id) else { return step }
        return step.id == first.id ? group(folded, state) : nil
      }
    }
    return result
  }

  private static func isTroubled(_ step: Step) -> Bool {
    step.error != nil || step.children.contains(where: isTroubled)
  }

  private static func group(_ steps: [Step], _ state: Step.State) -> Step {
    let noun = steps[0].phase == .precheck ? "items" : "parts"
    let name = state == .done ? "\(steps.count) more \(noun)" : "\(steps.count) \(noun)"
    let notes = steps.compactMap(\.note)
    let ends = steps.compactMap(\.finishedAt)
    return Step(
      id: mark + state.rawValue, name: name, label: name, state: state, phase: steps[0].phase,
      fraction: state == .done ? 1 : nil, startedAt: steps.compactMap(\.startedAt).min(),
      finishedAt: ends.count == steps.count ? ends.max() : nil,
      note: notes.count > 1 ? "\(notes.count) notes: \(notes[0])" : notes.first, children: steps)
  }
}
