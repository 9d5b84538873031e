internal import CTerminalRestore
package import DashboardUI
internal import Glibc

/// Shows frames through ncurses, which sends only what changed, and reads what the user does.
@MainActor package final class NCursesScreen: Screen {
  package enum OpenError: Error {
    /// There is no terminal to draw on.
    case noTerminal
    /// Its type, as `$TERM` names it, cannot move a cursor.
    case unfit(type: String)
  }

  enum Holder: Hashable {
    case us
    /// Another program has it for a while.
    case lent
    /// The shell, since this program was suspended.
    case shell
    case closed
  }

  package let glyphs: Glyphs
  /// The terminal: readable when the user did something.
  package var descriptor: Int32 { device.descriptor }
  let device: TerminalDevice
  let curses: Curses
  let sequences: PrivateSequences
  var decoder: InputDecoder
  var holder = Holder.us
  var isMouseOn = false
  var rangAt: ContinuousClock.Instant?
  /// What the terminal shows, or will when it has taken all of it.
  var shown: Frame?
  /// The last frame that came while the terminal had not taken the one before.
  private var next: Frame?

  /// Takes over the terminal of this process, not its standard output: that may go into a file.
  ///
  /// - Parameters:
  ///   - isASCII: Draws with ASCII alone, as without a UTF-8 locale.
  package convenience init(
    hasColor: Bool, isColourBlind: Bool = false, isASCII: Bool
  ) throws(OpenError) {
    guard let device = TerminalDevice(path: "/dev/tty") else { throw .noTerminal }
    try self.init(
      device, type: try .ofEnvironment(device.descriptor),
      size: device.size ?? Size(rows: 24, columns: 80), hasColor: hasColor,
      isColourBlind: isColourBlind, isASCII: isASCII)
  }

  /// Draws as on a terminal of that type into a file: for measuring what a frame costs.
  package convenience init(
    type: String, path: String, size: Size, hasColor: Bool = true, isColourBlind: Bool = false,
    isASCII: Bool = false
  ) throws(OpenError) {
    guard let device = TerminalDevice(path: path) else { throw .noTerminal }
    try self.init(
      device, type: TerminalType(name: type), size: size, hasColor: hasColor,
      isColourBlind: isColourBlind, isASCII: isASCII)
  }

  private init(
    _ device: TerminalDevice, type: TerminalType, size: Size, hasColor: Bool, isColourBlind: Bool,
    isASCII: Bool
  ) throws(OpenError) {
    guard
      let curses = Curses(
        type: type, size: size, hasColor: hasColor, isColourBlind: isColourBlind)
    else { throw .noTerminal }
    self.device = device
    self.curses = curses
    sequences = PrivateSequences(type)
    glyphs = isASCII ? .ascii : curses.glyphs
    decoder = InputDecoder(escapeDelay: Self.escapeDelay, named: type.keys)
    // A shell that takes the terminal back would stop this program at its next mode or byte.
    signal(SIGTTOU, SIG_IGN)
    device.drained = { [weak self] in self?.showNext() }
    take()
  }

  /// As curses programs are told it, in milliseconds.
  private static var escapeDelay: Duration {
    let told = unsafe getenv("ESCDELAY").flatMap { unsafe Int(String(cString: $0)) }
    return .milliseconds(told.map { min(max(0, $0), 5_000) } ?? 50)
  }

  package var size: Size { curses.size }

  /// While the terminal is busy with a frame only the newest one waits for it.
  package func show(_ frame: Frame) {
    guard holder == .us else { return }
    guard !device.isBusy else {
      next = frame
      return
    }
    shown = frame
    device.write(curses.bytes(showing: frame))
  }

  private func showNext() {
    guard let frame = next else { return }
    next = nil
    show(frame)
  }

  package func resize() {
    guard holder == .us, let size = device.size else { return }
    next = nil
    curses.resize(to: size)
  }

  package func redraw() { curses.forget() }

  // MARK: - Taking and giving back

  func take() {
    device.takeModes()
    decoder.signals = device.signalBytes
    if var modes = device.modesBefore {
      unsafe terminal_taken(
        descriptor, &modes, String(decoding: sequences.rescue, as: UTF8.self))
    }
    holder = .us
    device.write(sequences.entering + (isMouseOn ? sequences.mouse(true) : []))
  }

  func give(to holder: Holder) {
    guard self.holder == .us else { return }
    self.holder = holder
    next = nil
    shown = nil
    device.finish(with: curses.bytesLeaving() + sequences.cursor + sequences.leaving)
    terminal_given_back()
    device.giveModesBack()
  }

  package func close() {
    guard holder != .closed else { return }
    give(to: .closed)
    holder = .closed
    curses.close()
    device.close()
  }

  /// Puts the terminal back from any thread, if it is not back already. The program must end then.
  package nonisolated static func restoreNow() { restore_terminal_now() }
}
