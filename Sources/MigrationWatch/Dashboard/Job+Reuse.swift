import MigrationModel

extension Job {
  /// The same job, with the storage of an earlier reading where that tells the same.
  ///
  /// Each reading is decoded anew. Of what never changes the journal would keep a copy a reading.
  func reusing(_ earlier: Job) -> Job {
    var job = self
    if name == earlier.name { job.name = earlier.name }
    if nativeStatus == earlier.nativeStatus { job.nativeStatus = earlier.nativeStatus }
    if from == earlier.from { job.from = earlier.from }
    if to == earlier.to { job.to = earlier.to }
    if failure == earlier.failure { job.failure = earlier.failure }
    if notes == earlier.notes { job.notes = earlier.notes }
    let processing = earlier.progress.processing
    if progress.processing == processing { job.progress.processing = processing }
    job.steps = steps.reusing(earlier.steps)
    job.log = log.map { $0.reusing(earlier.log ?? []) }
    return job
  }
}

extension [Step] {
  fileprivate func reusing(_ earlier: [Step]) -> [Step] {
    guard self != earlier else { return earlier }
    return enumerated().map { index, step in
      guard earlier.indices.contains(index), earlier[index].id == step.id else { return step }
      return step.reusing(earlier[index])
    }
  }
}

extension Step {
  fileprivate func reusing(_ earlier: Step) -> Step {
    guard self != earlier else { return earlier }
    var step = self
    if name == earlier.name { step.name = earlier.name }
    if label == earlier.label { step.label = earlier.label }
    if nativeState == earlier.nativeState { step.nativeState = earlier.nativeState }
    if note == earlier.note { step.note = earlier.note }
    if error == earlier.error { step.error = earlier.error }
    step.children = children.reusing(earlier.children)
    return step
  }
}

extension [LogEntry] {
  /// New lines push the others on, so that they are looked for wherever they stand.
  fileprivate func reusing(_ earlier: [LogEntry]) -> [LogEntry] {
    guard self != earlier else { return earlier }
    let known = Set(earlier)
    return map { entry in known.firstIndex(of: entry).map { known[$0] } ?? entry }
  }
}
