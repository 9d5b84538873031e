package import MigrationModel

extension StepRows {
  /// The job as the step that all others are parts of.
  static func root(of job: Job) -> (path: StepPath, step: Step) {
    let failed = job.steps.first { $0.state == .failed }
    let place = failed.map { " in step \($0.code ?? $0.label)" } ?? ""
    let root = Step(
      id: job.id.native, name: job.name, label: job.name, state: Step.State(job.state),
      nativeState: job.nativeStatus, phase: job.phase, fraction: JobReport.fraction(of: job),
      lag: job.lag, startedAt: job.startedAt ?? job.steps.compactMap(\.startedAt).min(),
      finishedAt: job.finishedAt ?? (job.state == .failed ? job.failure?.at : nil),
      note: job.nativeStatus + place)
    return (StepPath([]), root)
  }

  /// The row of what goes on now: the innermost step that failed, else the innermost that runs.
  package var active: Int? {
    func innermost(_ states: Set<Step.State>) -> Int? {
      guard
        let first = rows.indices.dropFirst().first(where: { states.contains(rows[$0].step.state) })
      else { return nil }
      var found = first
      for index in rows.indices.dropFirst(first + 1) {
        guard rows[index].depth > rows[first].depth else { break }
        if rows[index].depth > rows[found].depth, states.contains(rows[index].step.state) {
          found = index
        }
      }
      return found
    }
    return innermost([.failed]) ?? innermost([.warning]) ?? innermost([.running])
      ?? innermost([.caughtUp, .paused])
  }

  /// How many rows are closed folds.
  package var foldedCount: Int { rows.count { $0.isOpen == false } }

  /// The names on the way to a row, the job's left out: `02 dts.step.struct.load`, `crm`.
  package func way(to index: Int) -> [String] {
    guard rows.indices.contains(index) else { return [] }
    var words: [String] = []
    var depth = Int.max
    for row in rows[...index].reversed() where row.depth < depth {
      depth = row.depth
      if !row.path.ids.isEmpty { words.insert(row.title, at: 0) }
    }
    return words
  }

  /// The step that one is a part of; `nil` for a step of the job.
  package func parent(of index: Int) -> Step? {
    guard rows.indices.contains(index), rows[index].path.ids.count > 1 else { return nil }
    let ids = rows[index].path.ids.dropLast()
    return rows[..<index].last { !$0.isGroup && ids.starts(with: $0.path.ids) }?.step
  }

  /// The steps that wait for one, in their order.
  package func waiting(for index: Int) -> [Step] {
    guard rows.indices.contains(index), let top = rows[index].path.ids.first else { return [] }
    return rows.filter { $0.awaited?.id == top }.map(\.step)
  }
}

extension StepRow {
  /// How the tree names it: with the service's number, and the id where only that tells it apart.
  package var title: String {
    guard !path.ids.isEmpty, !isGroup else { return step.name }
    if path.ids.count > 1 {
      // A part of a step may carry the step's own name.
      if isNamesake, step.name != step.id {
        return isKnownByLabel ? step.label : "\(step.id)  \(step.name)"
      }
      // `RPO` of `RPO: source to DRS` is short enough to stand before it.
      return step.label.hasPrefix(step.name) || step.label.hasSuffix(step.name)
        ? step.label : step.name
    }
    let code = step.code.map { "\($0) " } ?? ""
    return step.name == step.label ? code + step.label : "\(code)\(step.name) (\(step.label))"
  }

  /// What is to say of it in one line: its error, its note, how many of its parts are over, or what it waits for.
  package var remark: String {
    if let message = step.error?.message, !isRepeatedBelow(message) { return message }
    if let note = step.note { return note }
    if let awaited {
      return "\(awaited.state == .failed ? "behind" : "after") \(awaited.code ?? awaited.label)"
    }
    guard !isGroup, !step.children.isEmpty else { return "" }
    let done = step.children.count { $0.state == .done }
    let failed = step.children.count { $0.state == .failed }
    let failures = failed == 0 ? "" : ", \(failed) failed"
    return step.phase == .precheck
      ? "\(done) of \(step.children.count) items passed\(failures)"
      : "\(done) of \(step.children.count) parts done\(failures)"
  }

  /// A part that has the same error tells it where it happened.
  private func isRepeatedBelow(_ message: String) -> Bool {
    isOpen == true && step.children.contains { $0.error?.message == message }
  }
}
