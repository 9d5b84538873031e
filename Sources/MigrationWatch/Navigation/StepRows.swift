package import MigrationModel

/// One line of the step tree.
package struct StepRow: Hashable, Sendable {
  package let path: StepPath
  /// Of a row that stands for many siblings, a step that has them as its children.
  package let step: Step
  package let depth: Int
  /// `nil` for a step without children.
  package let isOpen: Bool?
  /// Whether its parent or a sibling has the same name, so that only the id tells it apart.
  package let isNamesake: Bool
  /// Whether its label tells it apart from its siblings and its parent, where its name does not.
  let isKnownByLabel: Bool
  /// The step that must end before this one begins; `nil` unless it waits for one.
  package let awaited: Step?

  /// Whether it stands for siblings of one state instead of a step.
  package var isGroup: Bool { StepGroups.isGroup(step) }
}

/// The step tree of a job, as lines from top to bottom.
package struct StepRows: Hashable, Sendable {
  package let rows: [StepRow]
  /// All steps, those in closed folds included.
  package let known: Int

  /// Steps that finished or wait are closed until they are toggled; what fails or runs is open.
  package init(_ steps: [Step], toggled: Set<StepPath>) {
    self.init(steps, under: StepPath([]), named: nil, depth: 0, toggled)
  }

  /// The whole tree, with the job itself as its root; empty before any step was read.
  package init(of job: Job, toggled: Set<StepPath>) {
    guard !job.steps.isEmpty else {
      self.init([], toggled: [])
      return
    }
    let root = Self.root(of: job)
    let isOpen = !toggled.contains(root.path)
    let below = StepRows(job.steps, under: root.path, named: job.name, depth: 1, toggled)
    let row = StepRow(
      path: root.path, step: root.step, depth: 0, isOpen: isOpen, isNamesake: false,
      isKnownByLabel: false, awaited: nil)
    self.init(rows: [row] + (isOpen ? below.rows : []), known: below.known)
  }

  private init(rows: [StepRow], known: Int) {
    self.rows = rows
    self.known = known
  }

  private init(
    _ steps: [Step], under parent: StepPath, named name: String?, depth: Int,
    _ toggled: Set<StepPath>
  ) {
    var rows: [StepRow] = []
    func add(_ steps: [Step], under parent: StepPath, named name: String?, depth: Int) {
      let names = Dictionary(grouping: steps, by: \.name).mapValues(\.count)
      let labels = Dictionary(grouping: steps, by: \.label).mapValues(\.count)
      for (index, step) in steps.enumerated() {
        let path = parent.appending(step.id)
        let isOpen = step.children.isEmpty ? nil : Self.opens(step) != toggled.contains(path)
        let isNamesake = step.name == name || names[step.name] != 1
        rows.append(
          StepRow(
            path: path, step: step, depth: depth, isOpen: isOpen, isNamesake: isNamesake,
            isKnownByLabel: labels[step.label] == 1 && step.label != name,
            awaited: path.ids.count == 1 ? Self.awaited(by: step, steps[..<index]) : nil))
        guard isOpen == true else { continue }
        let children = StepGroups.isGroup(step) ? step.children : StepGroups.grouped(step.children)
        add(children, under: path, named: step.name, depth: depth + 1)
      }
    }
    add(steps, under: parent, named: name, depth: depth)
    self.rows = rows
    known = Self.count(steps)
  }

  /// Steps of a job follow each other. Their parts may run side by side: nothing is known of those.
  private static func awaited(by step: Step, _ earlier: ArraySlice<Step>) -> Step? {
    guard step.state == .pending else { return nil }
    return earlier.first { $0.state == .failed }
      ?? earlier.last { $0.state != .done && $0.state != .caughtUp }
  }

  static func opens(_ step: Step) -> Bool {
    guard !StepGroups.isGroup(step) else { return false }
    return switch step.state {
    case .failed, .warning, .running, .caughtUp, .unknown: true
    case .pending, .paused, .stopped, .done: step.children.contains { opens($0) && $0.error != nil }
    }
  }

  /// Every path that can be folded, with whether it is open by itself.
  static func foldable(
    _ steps: [Step], under parent: StepPath = StepPath([])
  ) -> [(path: StepPath, opens: Bool)] {
    steps.flatMap { step -> [(path: StepPath, opens: Bool)] in
      guard !step.children.isEmpty else { return [] }
      let path = parent.appending(step.id)
      let children = StepGroups.isGroup(step) ? step.children : StepGroups.grouped(step.children)
      return [(path, opens(step))] + foldable(children, under: path)
    }
  }

  private static func count(_ steps: [Step]) -> Int {
    steps.reduce(0) { $0 + 1 + count($1.children) }
  }
}
