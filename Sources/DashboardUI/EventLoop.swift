package import MigrationWatch

/// Applies events one by one and shows the result. Knows neither Dispatch nor ncurses.
///
/// A key draws at once; a reading does if the last drawing is long enough ago, else a little later. So a storm
/// of readings costs at most one frame every 50 ms.
@MainActor package final class EventLoop {
  private let screen: any Screen
  private let pass: (DashboardEffect) -> Void
  private let page: (String) async -> String?
  private var dashboard: Dashboard
  private var drawnAt: ContinuousClock.Instant?
  private var arrangedAt: ContinuousClock.Instant?
  private var needsDrawing = true
  /// Whether a pager has the terminal.
  private var isAway = false
  /// Draws what came too soon after the last drawing.
  private var later: Task<Void, Never>?
  private static let shortestPause = Duration.milliseconds(50)
  /// Rows change places at most this often.
  private static let restOfRows = Duration.milliseconds(250)

  /// - Parameters:
  ///   - page: Shows a text on the terminal that the screen has lent, until the user is done, and says what
  ///     went wrong, if anything.
  ///   - perform: Does what is neither the screen's nor the pager's.
  package init(
    _ dashboard: Dashboard, on screen: any Screen,
    page: @escaping (String) async -> String? = { _ in nil },
    perform: @escaping (DashboardEffect) -> Void
  ) {
    self.dashboard = dashboard
    self.screen = screen
    self.page = page
    pass = perform
  }

  /// Runs until an event asks to quit, or there are no more events.
  ///
  /// - Returns: The exit code.
  package func run(_ events: some AsyncSequence<DashboardEvent, Never>) async -> Int32 {
    draw()
    defer { later?.cancel() }
    for await event in events {
      if let code = apply(event) { return code }
      switch event {
      case .key, .paste, .escapeTakenBack, .click, .scroll, .batch, .resized, .viewport, .notice,
        .suspendRequested:
        draw()
      case .polled, .tick, .stopRequested: drawIfDue()
      }
    }
    return 0
  }

  private func apply(_ event: DashboardEvent) -> Int32? {
    if case .batch(let events) = event {
      for event in events {
        if let code = apply(event) { return code }
      }
      return nil
    }
    if case .resized = event { screen.resize() }
    needsDrawing = true
    let view = dashboard.place.view
    for effect in dashboard.apply(event) {
      if let code = perform(effect) { return code }
    }
    // A key behind one that opens a view moves by that view's lengths, also if both came at once.
    if dashboard.place.view != view { measure() }
    return nil
  }

  /// Tells the dashboard how much of its view there is room for.
  private func measure() {
    let viewport = DashboardViewModel(dashboard).viewport(size: screen.size, glyphs: screen.glyphs)
    for effect in dashboard.apply(.viewport(viewport)) { pass(effect) }
  }

  /// Does what the dashboard asks for.
  ///
  /// - Returns: The exit code, if it is to quit.
  package func perform(_ effect: DashboardEffect) -> Int32? {
    switch effect {
    case .quit(let code): return code
    case .redraw: screen.redraw()
    case .suspend: screen.suspend()
    case .copy(let text): copy(text)
    case .page(.text(let text)): show(text)
    case .page(.fleet):
      show(PlainTable(DashboardViewModel(dashboard), glyphs: screen.glyphs).text)
    case .ring: screen.ring()
    case .setMouse(let isOn): screen.setMouse(isOn)
    case .refresh, .attend, .setInterval, .forget, .export, .save: pass(effect)
    }
    return nil
  }

  private func copy(_ text: String) {
    let words =
      screen.copy(text)
      ? "copied \(text.utf8.count) bytes, if the terminal allows it (OSC 52)"
      : "\(text.utf8.count) bytes are too many for the clipboard of a terminal"
    _ = dashboard.apply(.notice(words))
  }

  /// The dashboard goes on beneath the pager, without drawing.
  private func show(_ text: String) {
    guard !isAway else { return }
    isAway = true
    screen.lend()
    Task { [weak self, page] in
      let trouble = await page(text)
      self?.comeBack(trouble)
    }
  }

  private func comeBack(_ trouble: String?) {
    screen.takeBack()
    isAway = false
    if let trouble { _ = dashboard.apply(.notice(trouble)) }
    needsDrawing = true
    draw()
  }

  private func drawIfDue() {
    guard let drawnAt, ContinuousClock.now - drawnAt < Self.shortestPause else { return draw() }
    draw(in: Self.shortestPause)
  }

  private func draw(in pause: Duration) {
    guard later == nil else { return }
    later = Task { [weak self] in
      try? await Task.sleep(for: pause)
      guard !Task.isCancelled else { return }
      self?.later = nil
      self?.draw()
    }
  }

  /// Rows that came too soon after the others have their frame when they may move.
  private func arrangeIfDue() {
    let now = ContinuousClock.now
    if !dashboard.mustArrange, !dashboard.isArranged, let arrangedAt,
      now - arrangedAt < Self.restOfRows
    {
      needsDrawing = true
      return draw(in: Self.restOfRows - (now - arrangedAt))
    }
    dashboard.arrange()
    arrangedAt = now
  }

  private func draw() {
    guard needsDrawing, !isAway else { return }
    needsDrawing = false
    drawnAt = ContinuousClock.now
    arrangeIfDue()
    measure()
    screen.show(DashboardViewModel(dashboard).frame(size: screen.size, glyphs: screen.glyphs))
  }
}
