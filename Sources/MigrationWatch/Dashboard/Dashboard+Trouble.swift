import MigrationModel

/// Going from one trouble to the next in a list, and with what goes on.
extension Dashboard {
  /// - Returns: `false` in a view that has no trouble of its own.
  mutating func seekTrouble(backwards: Bool) -> Bool {
    switch place.view {
    case .steps(let id):
      let rows = stepTree(id).rows
      let bad = rows.indices.filter { rows[$0].isTrouble }
      go(to: bad, backwards: backwards, orSay: "no step failed")
    case .errors(let id):
      let errors = errors(of: id)
      let bad = errors.indices.filter { errors[$0].isActive }
      go(to: bad, backwards: backwards, orSay: "no error stops anything now")
    case .events:
      let bad = eventRows.indices.filter { eventRows[$0].first.state <= .unknown }
      go(to: bad, backwards: backwards, orSay: "nothing grave happened")
    case .error(let id, let index): goToError(index + (backwards ? -1 : 1), of: id)
    case .fleet, .job, .json, .sources: return false
    }
    return true
  }

  /// Behind the last one it begins anew.
  private mutating func go(to rows: [Int], backwards: Bool, orSay nothing: String) {
    guard let first = rows.first, let last = rows.last else {
      notice = nothing
      return
    }
    places[places.count - 1].isFollowing = false
    let row =
      backwards
      ? rows.last { $0 < place.cursor } ?? last : rows.first { $0 > place.cursor } ?? first
    places[places.count - 1].move(to: row, of: rowCount, rows: self.rows)
  }

  private mutating func goToError(_ index: Int, of id: Job.ID) {
    let count = errors(of: id).count
    guard (0..<count).contains(index) else {
      notice = index < 0 ? "this is the first error" : "this is the last error"
      return
    }
    places[places.count - 1].view = .error(id, index)
    places[places.count - 1].cursor = 0
    places[places.count - 1].left = 0
  }

  /// Keeps the cursor at the active step or the newest change, until the user moves it.
  mutating func follow() {
    places[places.count - 1].isFollowing.toggle()
    guard place.isFollowing else { return }
    if case .steps(let id) = place.view, stepTree(id).active == nil {
      notice = "no step runs or failed"
    }
    keepPlacesInside()
  }
}

extension StepRow {
  /// Whether somebody looks for it who looks for what failed. The job itself is not: a step of it is.
  fileprivate var isTrouble: Bool {
    !path.ids.isEmpty && (step.state == .failed || step.error != nil)
  }
}
