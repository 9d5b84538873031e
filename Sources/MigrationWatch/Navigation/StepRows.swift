package import MigrationModel

/// One line of the step tree.
package struct StepRow: Hashable, Sendable {
  package let path: StepPath
  package let step: Step
  package let depth: Int
  /// `nil` for a step without children.
  package let isOpen: Bool?
  /// Whether its parent or a sibling has the same name, so that only the id tells it apart.
  package let isNamesake: Bool
}

/// The step tree of a job, as lines from top to bottom.
package struct StepRows: Hashable, Sendable {
  package let rows: [StepRow]
  /// All steps, those in closed folds included.
  package let known: Int

  /// Steps that finished or wait are closed until they are toggled; what fails or runs is open.
  package init(_ steps: [Step], toggled: Set<StepPath>) {
    var rows: [StepRow] = []
    func add(_ steps: [Step], under parent: StepPath, named name: String?, depth: Int) {
      let names = Dictionary(grouping: steps, by: \.name)
      for step in steps {
        let path = parent.appending(step.id)
        let isOpen = step.children.isEmpty ? nil : Self.opens(step) != toggled.contains(path)
        let isNamesake = step.name == name || (names[step.name]?.count ?? 0) > 1
        rows.append(
          StepRow(path: path, step: step, depth: depth, isOpen: isOpen, isNamesake: isNamesake))
        if isOpen == true {
          add(step.children, under: path, named: step.name, depth: depth + 1)
        }
      }
    }
    add(steps, under: StepPath([]), named: nil, depth: 0)
    self.rows = rows
    known = Self.count(steps)
  }

  static func opens(_ step: Step) -> Bool {
    switch step.state {
    case .failed, .warning, .running, .caughtUp, .unknown: true
    case .pending, .paused, .stopped, .done: step.children.contains { opens($0) && $0.error != nil }
    }
  }

  /// Every path that has children.
  static func foldable(_ steps: [Step], under parent: StepPath = StepPath([])) -> [(StepPath, Step)]
  {
    steps.flatMap { step -> [(StepPath, Step)] in
      guard !step.children.isEmpty else { return [] }
      let path = parent.appending(step.id)
      return [(path, step)] + foldable(step.children, under: path)
    }
  }

  private static func count(_ steps: [Step]) -> Int {
    steps.reduce(0) { $0 + 1 + count($1.children) }
  }
}
