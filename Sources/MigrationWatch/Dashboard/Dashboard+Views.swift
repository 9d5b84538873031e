import MigrationModel

extension Dashboard {
  /// Opens a view on top of the one shown.
  mutating func open(_ view: DashboardView) {
    guard place.view != view else { return }
    lastPlace = place
    menu = nil
    hasChosen = true
    places.append(Place(view))
    if case .job(let id) = view { show(firstPane(of: id)) }
  }

  mutating func go(_ command: Command) {
    let job = subjectJob
    switch command {
    case .open: openSelected()
    case .steps: if let job { open(.steps(job)) }
    case .errors: if let job { open(.errors(job)) }
    case .json: if let job { open(.json(job)) }
    case .events: open(.events)
    case .sources: open(.sources)
    case .lastView: goToLastView()
    default: break
    }
  }

  /// Puts the view before in the place of this one, as it was left.
  private mutating func goToLastView() {
    guard let lastPlace else { return }
    guard lastPlace.view != .fleet else { return showFleet() }
    let before = place
    if places.count > 1 { places.removeLast() }
    places.append(lastPlace)
    self.lastPlace = before
    menu = nil
  }

  private mutating func openSelected() {
    switch place.view {
    case .fleet: if !unfoldSelectedGroup(), let selected { open(.job(selected)) }
    case .job(let id): openPane(of: id)
    case .steps(let id): openStep(of: id)
    case .errors(let id): if rowCount > 0 { open(.error(id, place.cursor)) }
    case .error, .json: break
    case .events:
      if eventRows.indices.contains(place.cursor) { open(momentOf: eventRows[place.cursor].first) }
    case .sources:
      if shown.sources.indices.contains(place.cursor) {
        let name = shown.sources[place.cursor].source.name
        do throws(PromptMistake) {
          try show(filter: "source:\"\(name)\"", from: 0)
        } catch {
          notice = "no filter can name the source \(name)"
        }
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
    let rows = StepRows(of: record.job, toggled: place.toggled).rows
    guard rows.indices.contains(place.cursor) else { return }
    let row = rows[place.cursor]
    let errors = errors(of: id)
    if let error = row.step.error, row.isOpen == nil || row.isOpen == true,
      let index = errors.firstIndex(where: { $0.id == JobError.ID(error) })
    {
      open(.error(id, index))
    } else if row.isOpen != nil {
      places[places.count - 1].toggled.formSymmetricDifference([row.path])
    }
  }

  mutating func fold(_ command: Command) {
    if case .error = place.view { return scroll(command) }
    guard case .steps(let id) = place.view, let job = shown.record(id)?.job else { return }
    switch command {
    case .foldAll, .unfoldAll:
      let wanted = command == .unfoldAll
      let differing = StepRows.foldable(job.steps).filter { $0.opens != wanted }
      places[places.count - 1].toggled = Set(differing.map(\.path))
    case .fold, .unfold:
      let rows = StepRows(of: job, toggled: place.toggled).rows
      guard rows.indices.contains(place.cursor) else { return }
      fold(rows, opening: command == .unfold)
    default: break
    }
    keepPlacesInside()
  }

  /// Moves a text that is not wrapped sideways.
  private mutating func scroll(_ command: Command) {
    guard !isWrapped else {
      notice = "the lines are wrapped: \(settings.keys.keyName(of: .wrap) ?? "wrap") unwraps them"
      return
    }
    let step = command == .unfold ? Self.columnsAtOnce : -Self.columnsAtOnce
    places[places.count - 1].left = max(0, place.left + step)
  }

  private static let columnsAtOnce = 8

  /// Closes the fold of the row, or of its parent if the row has none open.
  private mutating func fold(_ rows: [StepRow], opening: Bool) {
    let row = rows[place.cursor]
    if row.isOpen == !opening {
      places[places.count - 1].toggled.formSymmetricDifference([row.path])
    } else if !opening, row.depth > 0,
      let parent = rows[..<place.cursor].lastIndex(where: { $0.depth == row.depth - 1 })
    {
      places[places.count - 1].move(to: parent, of: rows.count, rows: self.rows)
      dropAnchor()
    }
  }
}
