import MigrationModel

extension Dashboard {
  /// Opens a view on top of the one shown.
  mutating func open(_ view: DashboardView) {
    guard place.view != view else { return }
    lastPlace = place
    hasChosen = true
    places.append(Place(view))
  }

  mutating func go(_ command: Command) {
    let job = place.view.job ?? selected
    switch command {
    case .open: openSelected()
    case .steps: if let job { open(.steps(job)) }
    case .errors: if let job { open(.errors(job)) }
    case .json: if let job { open(.json(job)) }
    case .events: open(.events)
    case .sources: open(.sources)
    case .lastView: if let lastPlace { open(lastPlace.view) }
    default: break
    }
  }

  private mutating func openSelected() {
    switch place.view {
    case .fleet: if !unfoldSelectedGroup(), let selected { open(.job(selected)) }
    case .job(let id): openPane(of: id)
    case .steps(let id): openStep(of: id)
    case .errors(let id): if rowCount > 0 { open(.error(id, place.cursor)) }
    case .error, .json: break
    case .events:
      let events = Array(shown.log.events.reversed())
      if events.indices.contains(place.cursor) { open(momentOf: events[place.cursor]) }
    case .sources:
      if shown.sources.indices.contains(place.cursor) {
        let name = shown.sources[place.cursor].source.name
        filter = try? FilterExpression(parsing: "source:\"\(name)\"")
        showFleet()
      }
    }
  }

  private mutating func openPane(of id: Job.ID) {
    switch place.pane {
    case .errors: open(.errors(id))
    case .steps: open(.steps(id))
    case .progress, .lag, .events, .cutover: places[places.count - 1].isZoomed.toggle()
    }
  }

  /// A step with an error opens it, another one opens or closes its fold.
  private mutating func openStep(of id: Job.ID) {
    guard let record = shown.record(id) else { return }
    let rows = StepRows(record.job.steps, toggled: place.toggled).rows
    guard rows.indices.contains(place.cursor) else { return }
    let row = rows[place.cursor]
    let errors = JobReport(record, now: shownNow).errors
    if let error = row.step.error, row.isOpen == nil || row.isOpen == true,
      let index = errors.firstIndex(where: { $0.message == error.message && $0.code == error.code })
    {
      open(.error(id, index))
    } else if row.isOpen != nil {
      places[places.count - 1].toggled.formSymmetricDifference([row.path])
    }
  }

  mutating func fold(_ command: Command) {
    guard case .steps(let id) = place.view, let job = shown.record(id)?.job else { return }
    switch command {
    case .foldAll, .unfoldAll:
      let wanted = command == .unfoldAll
      let differing = StepRows.foldable(job.steps).filter { StepRows.opens($0.1) != wanted }
      places[places.count - 1].toggled = Set(differing.map(\.0))
    case .fold, .unfold:
      let rows = StepRows(job.steps, toggled: place.toggled).rows
      guard rows.indices.contains(place.cursor) else { return }
      fold(rows, opening: command == .unfold)
    default: break
    }
    keepPlacesInside()
  }

  /// Closes the fold of the row, or of its parent if the row has none open.
  private mutating func fold(_ rows: [StepRow], opening: Bool) {
    let row = rows[place.cursor]
    if row.isOpen == !opening {
      places[places.count - 1].toggled.formSymmetricDifference([row.path])
    } else if !opening, row.depth > 0,
      let parent = rows[..<place.cursor].lastIndex(where: { $0.depth == row.depth - 1 })
    {
      places[places.count - 1].move(to: parent, of: rows.count, rows: self.rows)
    }
  }
}
