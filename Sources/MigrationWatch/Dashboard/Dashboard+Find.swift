import MigrationModel

/// Looking for a text in a tree, a list or a long text.
extension Dashboard {
  /// Goes to the first match at or behind the cursor. `nil` ends the search.
  mutating func find(_ text: String?) {
    places[places.count - 1].find = text
    guard text != nil else { return }
    if case .error = place.view { isFindPending = true } else { goToFirstMatch() }
  }

  /// In a text that only the screen has wrapped, once it has said where the matches are.
  mutating func findPending() {
    guard isFindPending else { return }
    isFindPending = false
    goToFirstMatch()
  }

  private mutating func goToFirstMatch() {
    let matches = matches
    if let match = matches.first(where: { $0 >= place.cursor }) ?? matches.first {
      go(toRow: match)
    }
  }

  /// - Returns: `false` if nothing is looked for.
  mutating func seekMatch(backwards: Bool) -> Bool {
    guard let find = place.find else { return false }
    let matches = matches
    let next =
      backwards
      ? matches.last { $0 < place.cursor } ?? matches.last
      : matches.first { $0 > place.cursor } ?? matches.first
    guard let next else {
      notice = "\(find) is not found"
      return true
    }
    let before = place.cursor
    go(toRow: next)
    // The last matches of a text are on screen together.
    if !backwards, place.cursor == before, let first = matches.first { go(toRow: first) }
    return true
  }

  private mutating func go(toRow row: Int) {
    places[places.count - 1].move(to: row, of: rowCount, rows: rows)
    dropAnchor()
  }

  /// The rows that hold what is looked for, from the top.
  private var matches: [Int] {
    guard let find = place.find else { return [] }
    let pattern = TextPattern.containing(find)
    switch place.view {
    case .steps(let id):
      let rows = stepTree(id).rows
      return rows.indices.filter { row in
        let step = rows[row].step
        return [step.id, step.name, step.label, step.note, step.error?.message]
          .contains { $0.map(pattern.matches) ?? false }
      }
    case .errors(let id):
      let errors = errors(of: id)
      return errors.indices.filter { pattern.matches(errors[$0].text) }
    case .json(let id):
      let lines = jsonLines(of: id)
      return lines.indices.filter { pattern.matches(String(lines[$0])) }
    case .error: return viewport.matches
    case .fleet, .job, .events, .sources: return []
    }
  }

  /// The changes that pass the filter of the events view, newest first.
  var events: [FleetEvent] {
    let events = shown.log.newestFirst
    guard let eventFilter else { return events }
    return events.filter { eventFilter.matches(subject($0)) }
  }

  /// The searchable side of a change.
  private func subject(_ event: FleetEvent) -> FilterSubject {
    let job = shown.record(event.job)?.job
    return FilterSubject(
      texts: [event.text, event.name, event.source, event.change, event.state.word],
      words: [
        .state: [event.state.name], .source: [event.source], .name: [event.name],
        .service: [job?.service.rawValue].compactMap(\.self),
        .phase: [job?.phase.rawValue].compactMap(\.self),
        .kind: [job?.kind?.rawValue].compactMap(\.self),
      ],
      numbers: [.age: shownNow.uptime - event.happenedAt.uptime].mapValues { $0 / .seconds(1) })
  }
}
