package import MigrationWatch

extension DashboardViewModel {
  /// Draws the whole screen. A function of the view model and the size: it cannot change anything.
  package func frame(size: Size, glyphs: Glyphs = .unicode) -> Frame {
    var canvas = Canvas(size: size, glyphs: glyphs)
    let layout = ScreenLayout(size: size, isTyping: dashboard.openPrompt != nil)
    HeaderView(model: self, layout: layout).draw(on: &canvas)
    var footnote = Footnote("")
    canvas.draw(in: layout.body) { footnote = body(layout).draw(on: &$0) }
    FooterView(model: self, layout: layout, footnote: footnote).draw(on: &canvas)
    if dashboard.openPrompt != nil { PromptView(model: self, layout: layout).draw(on: &canvas) }
    if let help = dashboard.openHelp {
      canvas.draw(in: layout.body) { HelpView(model: self, help: help).draw(on: &$0) }
    }
    return canvas.frame
  }

  /// What a screen of that size has room for.
  package func viewport(size: Size, glyphs: Glyphs = .unicode) -> Viewport {
    let layout = ScreenLayout(size: size, isTyping: dashboard.openPrompt != nil)
    guard let help = dashboard.openHelp else {
      return body(layout).viewport(in: layout.body.size, glyphs)
    }
    return HelpView(model: self, help: help).viewport(in: layout.body.size, glyphs)
  }

  private func body(_ layout: ScreenLayout) -> any BodyView {
    switch place.view {
    case .fleet: FleetView(model: self, layout: layout)
    case .job(let id): JobView(model: self, id: id)
    case .steps(let id): StepTreeView(model: self, layout: layout, id: id)
    case .errors(let id): ErrorListView(model: self, id: id)
    case .error(let id, let index): ErrorTextView(model: self, layout: layout, id: id, index: index)
    case .json(let id): JSONView(model: self, id: id)
    case .events: EventsView(model: self, layout: layout)
    case .sources: SourcesView(model: self, layout: layout)
    }
  }
}

/// What fills the screen between title and footer.
protocol BodyView {
  /// How many rows of its list fit.
  func listRows(in size: Size) -> Int
  /// The same, and the length of a text that only the screen knows.
  func viewport(in size: Size, _ glyphs: Glyphs) -> Viewport
  func draw(on canvas: inout Canvas) -> Footnote
}

extension BodyView {
  func viewport(in size: Size, _ glyphs: Glyphs) -> Viewport { Viewport(rows: listRows(in: size)) }
}
