import MigrationModel

/// What a selected row is about. Rows come and go above it: the cursor stays on the same thing, not on the same
/// number.
enum RowAnchor: Hashable, Sendable {
  case step(StepPath)
  case error(JobError.ID)
  /// By its number in the log.
  case event(Int)
}

extension Dashboard {
  /// What the selected row is about; `nil` in a view whose rows do not come and go.
  private var anchor: RowAnchor? {
    switch place.view {
    case .steps(let id):
      let rows = stepTree(id).rows
      return rows.indices.contains(place.cursor) ? .step(rows[place.cursor].path) : nil
    case .errors(let id): return error(place.cursor, of: id).map { .error($0.id) }
    case .error(let id, let index): return error(index, of: id).map { .error($0.id) }
    case .events:
      return eventRows.indices.contains(place.cursor)
        ? .event(eventRows[place.cursor].first.id) : nil
    case .fleet, .job, .json, .sources: return nil
    }
  }

  /// Remembers what is selected. To be called when the user moved.
  mutating func dropAnchor() { places[places.count - 1].anchor = anchor }

  /// Puts the cursor where the selected thing stands now. What vanished leaves the cursor where it was.
  mutating func holdAnchor() {
    guard let row = anchoredRow else {
      dropAnchor()
      return
    }
    switch place.view {
    case .error(let id, let index):
      if row != index { places[places.count - 1].view = .error(id, row) }
    case .steps, .errors, .events:
      places[places.count - 1].top = max(0, place.top + row - place.cursor)
      places[places.count - 1].cursor = row
      if place.isFollowing { dropAnchor() }
    case .fleet, .job, .json, .sources: break
    }
  }

  private var anchoredRow: Int? {
    switch (place.view, place.anchor) {
    case (.steps(let id), let anchor): return stepRow(of: anchor, in: stepTree(id))
    case (.errors(let id), .error(let error)), (.error(let id, _), .error(let error)):
      return errors(of: id).firstIndex { $0.id == error }
    case (.events, let anchor):
      guard !place.isFollowing else { return eventRows.isEmpty ? nil : 0 }
      guard case .event(let number) = anchor else { return nil }
      return eventRows.firstIndex { row in row.events.contains { $0.id == number } }
    case (.errors, _), (.error, _), (.fleet, _), (.job, _), (.json, _), (.sources, _): return nil
    }
  }

  /// Of a step inside a fold that was closed, the fold.
  private func stepRow(of anchor: RowAnchor?, in tree: StepRows) -> Int? {
    if place.isFollowing, let active = tree.active { return active }
    guard case .step(let path) = anchor else { return nil }
    return tree.rows.lastIndex { path.ids.starts(with: $0.path.ids) }
  }

  /// As the views list them.
  func errors(of id: Job.ID) -> [JobError] {
    shown.record(id).map { JobReport($0, now: shownNow).errors } ?? []
  }

  func error(_ index: Int, of id: Job.ID) -> JobError? {
    let errors = errors(of: id)
    return errors.indices.contains(index) ? errors[index] : nil
  }
}
