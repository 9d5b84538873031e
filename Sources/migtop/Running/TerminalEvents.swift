import DashboardUI
import Dispatch
import Glibc
import MigrationModel
import MigrationWatch
import NCursesScreen

/// Turns what the user does, signals and the passing of time into events, on the main queue.
@MainActor final class TerminalEvents {
  private let screen: NCursesScreen
  private let send: @Sendable (DashboardEvent) -> Void
  private let input: any DispatchSourceRead
  /// For the rest of a sequence or a paste that does not come.
  private let rest: any DispatchSourceTimer
  private let ends: EndSignals
  private var others: [any DispatchSourceProtocol] = []
  private var isResizing = false
  private var isReading = true
  /// Whether another program has the terminal, its keys and its Ctrl-c.
  private var isLent = false

  /// As long as a user who drags a window's border makes no pause.
  private static let restOfSizes = DispatchTimeInterval.milliseconds(40)

  init(_ screen: NCursesScreen, send: @escaping @Sendable (DashboardEvent) -> Void) {
    self.screen = screen
    self.send = send
    input = DispatchSource.makeReadSource(fileDescriptor: screen.descriptor, queue: .main)
    rest = DispatchSource.makeTimerSource(queue: .main)
    ends = EndSignals(send)
    onMain(input) { $0.read() }
    onMain(rest) { $0.read() }
    input.activate()
    rest.activate()
    addSignals()
    addTicker()
  }

  /// Sends what came at once as one event, so that it costs one drawing.
  private func read() {
    // What is typed for another program stays readable.
    guard !screen.isAway else { return setReading(false) }
    let events = screen.readEvents()
    if let event = events.first { send(events.count == 1 ? event : .batch(events)) }
    if let deadline = screen.inputDeadline {
      rest.schedule(deadline: .now() + (deadline - .now) / .seconds(1))
    }
  }

  // MARK: - Lending

  /// Leaves keys, and the signals that keys make, to another program.
  func lend() {
    isLent = true
    setReading(false)
  }

  func takeBack() {
    isLent = false
    setReading(true)
  }

  private func setReading(_ isWanted: Bool) {
    guard isWanted != isReading else { return }
    isReading = isWanted
    if isWanted { input.resume() } else { input.suspend() }
  }

  // MARK: - Signals and time

  /// libdispatch takes over the handlers that ncurses installed, so it comes after the screen. Those of ncurses
  /// would run beside the drawing: Dispatch parks the main thread, where signals arrive, and serves the main queue
  /// on another.
  private func addSignals() {
    add(SIGWINCH) { $0.resize() }
    add(SIGTSTP) { $0.send(.suspendRequested) }
    add(SIGCONT) { $0.goOn() }
    for signal in [SIGINT, SIGQUIT] {
      add(signal) { if !$0.isLent { $0.send(.stopRequested(signal: signal)) } }
    }
  }

  private func add(_ signal: Int32, _ body: @escaping @MainActor (TerminalEvents) -> Void) {
    let source = DispatchSource.makeSignalSource(signal: signal, queue: .main)
    onMain(source, body)
    others.append(source)
    source.activate()
  }

  /// A storm of sizes is one.
  private func resize() {
    guard !isResizing else { return }
    isResizing = true
    DispatchQueue.main.asyncAfter(deadline: .now() + Self.restOfSizes) { [weak self] in
      MainActor.assumeIsolated {
        self?.isResizing = false
        self?.send(.resized)
      }
    }
  }

  /// After a shell had the terminal.
  private func goOn() {
    screen.comeBack()
    guard !screen.isAway else { return }
    setReading(true)
    send(.resized)
  }

  private func addTicker() {
    let ticker = DispatchSource.makeTimerSource(queue: .main)
    ticker.schedule(deadline: .now() + 1, repeating: 1, leeway: .milliseconds(50))
    onMain(ticker) { $0.send(.tick(.now())) }
    others.append(ticker)
    ticker.activate()
    // Reading tells of a terminal that went away, unless nobody reads.
    let watch = DispatchSource.makeTimerSource(queue: .main)
    watch.schedule(deadline: .now() + 0.5, repeating: 0.5, leeway: .milliseconds(50))
    onMain(watch) { $0.lookAfterTerminal() }
    others.append(watch)
    watch.activate()
  }

  private func lookAfterTerminal() {
    if screen.isHungUp { return send(.stopRequested(signal: SIGHUP)) }
    // A shell that brings a running job to the foreground sends no signal.
    if screen.isAway, !isLent { goOn() }
  }

  private func onMain(
    _ source: any DispatchSourceProtocol, _ body: @escaping @MainActor (TerminalEvents) -> Void
  ) {
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated { if let self { body(self) } }
    }
  }
}
