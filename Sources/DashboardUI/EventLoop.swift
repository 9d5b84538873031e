package import MigrationWatch

/// Applies events one by one and shows the result. Knows neither Dispatch nor ncurses.
///
/// A key draws at once; a reading does if the last drawing is long enough ago, else a little later. So a storm
/// of readings costs at most one frame every 50 ms.
@MainActor package final class EventLoop {
  private let screen: any Screen
  private let perform: (DashboardEffect) -> Void
  private var dashboard: Dashboard
  private var drawnAt: ContinuousClock.Instant?
  private var arrangedAt: ContinuousClock.Instant?
  private var needsDrawing = true
  /// Draws what came too soon after the last drawing.
  private var later: Task<Void, Never>?
  private static let shortestPause = Duration.milliseconds(50)
  /// Rows change places at most this often.
  private static let restOfRows = Duration.milliseconds(250)

  package init(
    _ dashboard: Dashboard, on screen: any Screen,
    perform: @escaping (DashboardEffect) -> Void
  ) {
    self.dashboard = dashboard
    self.screen = screen
    self.perform = perform
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
      case .key, .paste, .resized, .viewport, .notice, .suspendRequested: draw()
      case .polled, .tick, .stopRequested: drawIfDue()
      }
    }
    return 0
  }

  private func apply(_ event: DashboardEvent) -> Int32? {
    if case .resized = event { screen.resize() }
    needsDrawing = true
    for effect in dashboard.apply(event) {
      switch effect {
      case .quit(let code): return code
      case .redraw: screen.redraw()
      case .suspend: screen.suspend()
      case .refresh, .attend, .setInterval, .forget, .export, .save: perform(effect)
      }
    }
    return nil
  }

  private func drawIfDue() {
    guard let drawnAt, ContinuousClock.now - drawnAt < Self.shortestPause else { return draw() }
    guard later == nil else { return }
    later = Task { [weak self] in
      try? await Task.sleep(for: Self.shortestPause)
      guard !Task.isCancelled else { return }
      self?.later = nil
      self?.draw()
    }
  }

  private func arrangeIfDue() {
    let now = ContinuousClock.now
    guard dashboard.mustArrange || arrangedAt.map({ now - $0 >= Self.restOfRows }) ?? true else {
      return
    }
    dashboard.arrange()
    arrangedAt = now
  }

  private func draw() {
    guard needsDrawing else { return }
    needsDrawing = false
    drawnAt = ContinuousClock.now
    arrangeIfDue()
    let viewport = DashboardViewModel(dashboard).viewport(size: screen.size)
    for effect in dashboard.apply(.viewport(viewport)) { perform(effect) }
    screen.show(DashboardViewModel(dashboard).frame(size: screen.size, glyphs: screen.glyphs))
  }
}
