internal import CNCurses
internal import DashboardUI
internal import Dispatch
internal import Glibc

/// The terminal itself: its modes, what it sends, and what it is sent.
///
/// No call waits for the terminal. What it does not take now it gets later, so that a slow one cannot keep the
/// program from ending.
@safe @MainActor final class TerminalDevice {
  let descriptor: Int32
  /// The shell's; `nil` for a plain file.
  private(set) var modesBefore: termios?
  /// What the terminal did not take yet.
  private var unsent: [UInt8] = []
  private var writable: (any DispatchSourceWrite)?
  /// Called when all was sent after some of it had to wait.
  var drained: () -> Void = {}

  /// - Parameter path: Of a terminal, or of a plain file that is written anew.
  init?(path: String) {
    let flags = O_RDWR | O_CREAT | O_NOCTTY | O_CLOEXEC | O_NONBLOCK
    descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { return nil }
  }

  /// Whether something waits to be sent: nothing more should be drawn until then.
  var isBusy: Bool { !unsent.isEmpty }

  /// `nil` if it does not tell.
  var size: Size? {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard unsafe cnc_window_size(descriptor, &rows, &columns) == 0, rows > 0, columns > 0 else {
      return nil
    }
    return Size(rows: Int(rows), columns: Int(columns))
  }

  /// A terminal that went away stays readable for ever and says nothing.
  var isHungUp: Bool {
    var state = pollfd(fd: descriptor, events: 0, revents: 0)
    guard unsafe poll(&state, 1, 0) > 0 else { return false }
    return Int32(state.revents) & (POLLHUP | POLLERR | POLLNVAL) != 0
  }

  /// Whether the shell has given the terminal to this process, and not to another job.
  var isOurs: Bool { modesBefore == nil || tcgetpgrp(descriptor) == getpgrp() }

  // MARK: - Modes

  /// Keys come at once, without echo and as they are. Those that make signals come as bytes too: out of a paste the
  /// terminal would make signals as well.
  func takeModes() {
    var modes = termios()
    guard unsafe tcgetattr(descriptor, &modes) == 0 else { return }
    modesBefore = modes
    modes.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    // Ctrl-s is a key, and must not stop the picture; what it has stopped goes on.
    modes.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | IXON)
    // Curses moves the cursor down by a bare line feed.
    modes.c_oflag &= ~tcflag_t(ONLCR | XTABS)
    unsafe withUnsafeMutableBytes(of: &modes.c_cc) {
      unsafe $0[Int(VMIN)] = 1
      unsafe $0[Int(VTIME)] = 0
    }
    unsafe tcsetattr(descriptor, TCSANOW, &modes)
  }

  /// The bytes that make a signal in the shell, by the user's `stty`.
  var signalBytes: [UInt8: Int32] {
    guard let modes = modesBefore, modes.c_lflag & tcflag_t(ISIG) != 0 else { return [:] }
    let bytes = unsafe withUnsafeBytes(of: modes.c_cc) { unsafe Array($0) }
    let pairs = [(VINTR, SIGINT), (VQUIT, SIGQUIT), (VSUSP, SIGTSTP)].map {
      (bytes[Int($0)], $1)
    }
    return Dictionary(
      pairs.filter { $0.0 != Self.disabled }, uniquingKeysWith: { first, _ in first })
  }

  /// `_POSIX_VDISABLE`, in the place of a byte that makes no signal.
  private static let disabled: UInt8 = 0

  func giveModesBack() {
    guard var modes = modesBefore else { return }
    unsafe tcsetattr(descriptor, TCSANOW, &modes)
  }

  /// Whether another program has changed the modes, as a shell does while this one is stopped.
  var hasForeignModes: Bool {
    var modes = termios()
    guard unsafe tcgetattr(descriptor, &modes) == 0 else { return false }
    return modes.c_lflag & tcflag_t(ICANON | ECHO) != 0
  }

  // MARK: - Input

  /// What it sent since the last call.
  func read() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
    }
    return Array(bytes.prefix(max(0, count)))
  }

  // MARK: - Output

  func write(_ bytes: [UInt8]) {
    unsent += bytes
    send()
    if isBusy, writable == nil { waitUntilWritable() }
  }

  /// Sends the last bytes before another program gets the terminal.
  ///
  /// One that takes nothing for a while loses what it was to draw, and not what puts it back.
  func finish(with last: [UInt8]) {
    unsent += last
    send()
    var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    for _ in 0..<Self.patience where isBusy && !isHungUp {
      unsafe poll(&state, 1, 100)
      send()
    }
    stopWaiting()
    guard isBusy else { return }
    tcflush(descriptor, TCOFLUSH)
    // CAN ends a sequence that was cut in two.
    unsent = [0x18] + last
    send()
    unsent = []
  }

  /// In tenths of a second.
  private static let patience = 3

  private func send() {
    while !unsent.isEmpty {
      let count = unsafe unsent.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        unsent.removeFirst(count)
      } else if errno == EAGAIN {
        return
      } else if errno != EINTR {
        // It went away, which reading tells.
        unsent = []
      }
    }
  }

  private func waitUntilWritable() {
    let source = DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: .main)
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.sendLater() }
    }
    writable = source
    source.activate()
  }

  private func sendLater() {
    send()
    guard !isBusy else { return }
    stopWaiting()
    drained()
  }

  private func stopWaiting() {
    writable?.cancel()
    writable = nil
  }

  func close() {
    stopWaiting()
    Glibc.close(descriptor)
  }
}
