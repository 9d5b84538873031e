package import MigrationWatch

extension DashboardViewModel {
  /// Draws the whole screen. A function of the view model and the size: it cannot change anything.
  package func frame(size: Size, glyphs: Glyphs = .unicode) -> Frame {
    var canvas = Canvas(size: size, glyphs: glyphs)
    let layout = ScreenLayout(size: size)
    HeaderView(model: self, layout: layout).draw(on: &canvas)
    var footnote = Footnote("")
    canvas.draw(in: layout.body) { footnote = body(layout).draw(on: &$0) }
    FooterView(model: self, layout: layout, footnote: footnote).draw(on: &canvas)
    if dashboard.filterPrompt != nil {
      FilterPromptView(model: self, layout: layout).draw(on: &canvas)
    }
    if dashboard.helpTop != nil {
      canvas.draw(in: layout.body) { HelpView(model: self).draw(on: &$0) }
    }
    return canvas.frame
  }

  /// How many rows of the current list fit a screen of that size.
  package func listRows(size: Size) -> Int {
    let layout = ScreenLayout(size: size)
    return dashboard.helpTop == nil
      ? body(layout).listRows(in: layout.body.size) : max(1, layout.body.rows - 2)
  }

  private func body(_ layout: ScreenLayout) -> any BodyView {
    switch place.view {
    case .fleet: FleetView(model: self, layout: layout)
    case .job(let id): JobView(model: self, layout: layout, id: id)
    case .steps(let id): StepTreeView(model: self, layout: layout, id: id)
    case .errors(let id): ErrorListView(model: self, id: id)
    case .error(let id, let index): ErrorTextView(model: self, id: id, index: index)
    case .events: EventsView(model: self)
    case .sources: SourcesView(model: self, layout: layout)
    }
  }
}

/// What fills the screen between title and footer.
protocol BodyView {
  /// How many rows of its list fit.
  func listRows(in size: Size) -> Int
  func draw(on canvas: inout Canvas) -> Footnote
}
