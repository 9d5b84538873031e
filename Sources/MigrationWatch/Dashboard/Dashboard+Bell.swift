import MigrationAnalysis
import MigrationModel

/// A bell for single jobs: it rings once when such a job changes its state or becomes ready.
extension Dashboard {
  mutating func toggleBell() {
    guard let id = subjectJob else {
      notice = "there is no job here to ring for"
      return
    }
    let name = shown.record(id)?.job.name ?? id.native
    if bells.remove(id) == nil {
      bells.insert(id)
      notice = "the bell rings when \(name) changes its state or may be cut over"
    } else {
      notice = "no bell for \(name)"
    }
  }

  /// Rings for what changed since `before`.
  func rings(since before: [Job.ID: Ringing]) -> [DashboardEffect] {
    before.contains { id, ringing in ringing.rings(for: self.ringing(id)) } ? [.ring] : []
  }

  /// How the jobs with a bell are now.
  var ringing: [Job.ID: Ringing] {
    Dictionary(uniqueKeysWithValues: bells.compactMap { id in ringing(id).map { (id, $0) } })
  }

  private func ringing(_ id: Job.ID) -> Ringing? {
    live.record(id).map {
      Ringing(state: $0.shownState, isReady: $0.judgement.cutover.ready == true)
    }
  }

  struct Ringing: Hashable {
    let state: ShownState
    let isReady: Bool

    /// - Parameter new: `nil` for a job that is gone.
    func rings(for new: Ringing?) -> Bool {
      guard let new else { return true }
      return new.state != state || new.isReady && !isReady
    }
  }
}
