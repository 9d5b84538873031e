internal import CNCurses
internal import CTerminalRestore
package import DashboardUI
internal import Glibc
package import MigrationWatch

/// Shows frames through ncurses, which sends only what changed.
@safe @MainActor package final class NCursesScreen: Screen {
  package enum OpenError: Error {
    /// There is no terminal to draw on.
    case noTerminal
    /// Its type, as `$TERM` names it, cannot move a cursor.
    case unfit(type: String)
  }

  package let glyphs: Glyphs
  /// The terminal: readable when keys wait.
  package let descriptor: Int32
  private let screen: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  private let file: UnsafeMutablePointer<FILE>
  private let palette: TerminalPalette
  private var escapes = EscapeGuard()
  private var shown: Frame?
  private var isClosed = false

  /// Takes over the terminal of this process, not its standard output: that may go into a file.
  ///
  /// - Parameters:
  ///   - isASCII: Draws with ASCII alone, as without a UTF-8 locale.
  package convenience init(
    hasColor: Bool, isColourBlind: Bool = false, isASCII: Bool
  ) throws(OpenError) {
    guard let file = unsafe fopen("/dev/tty", "r+") else { throw .noTerminal }
    let type = try Self.usableType(unsafe fileno(file))
    restore_terminal_on_crash(unsafe fileno(file))
    // The size is asked of the terminal: LINES and COLUMNS of the environment would keep it fixed.
    use_env(false)
    use_tioctl(true)
    try unsafe self.init(
      type: type, file: file, hasColor: hasColor, isColourBlind: isColourBlind, isASCII: isASCII)
  }

  /// Draws as on a terminal of that type into a file: for measuring what a frame costs.
  package convenience init(
    type: String, path: String, size: Size
  ) throws(OpenError) {
    guard let file = unsafe fopen(path, "w+") else { throw .noTerminal }
    try unsafe self.init(
      type: type, file: file, hasColor: true, isColourBlind: false, isASCII: false)
    resizeterm(Int32(size.rows), Int32(size.columns))
  }

  private init(
    type: String?, file: UnsafeMutablePointer<FILE>, hasColor: Bool, isColourBlind: Bool,
    isASCII: Bool
  ) throws(OpenError) {
    unsafe setlocale(LC_ALL, "")
    let opened = unsafe type.map { unsafe newterm($0, file, file) } ?? newterm(nil, file, file)
    guard let screen = unsafe opened, let window = unsafe cnc_stdscr() else { throw .noTerminal }
    unsafe self.screen = screen
    unsafe self.window = window
    unsafe self.file = file
    descriptor = unsafe fileno(file)
    let isUTF8 = unsafe String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8"
    glyphs = isASCII || !isUTF8 ? .ascii : .unicode
    palette = TerminalPalette(hasColor: hasColor, isColourBlind: isColourBlind)
    cbreak()
    noecho()
    nonl()
    curs_set(0)
    unsafe keypad(window, true)
    unsafe nodelay(window, true)
    if unsafe getenv("ESCDELAY") == nil { set_escdelay(50) }
  }

  /// `nil` for what `$TERM` names. A type that this host does not know is driven as an xterm, which most are.
  private static func usableType(_ descriptor: Int32) throws(OpenError) -> String? {
    let name = unsafe getenv("TERM").map { unsafe String(cString: $0) } ?? ""
    switch cnc_terminal_kind(nil, descriptor) {
    case 1: return nil
    case 0: throw .unfit(type: name)
    default:
      guard unsafe cnc_terminal_kind("xterm-256color", descriptor) == 1 else {
        throw .unfit(type: name)
      }
      return "xterm-256color"
    }
  }

  package var size: Size {
    unsafe Size(rows: Int(getmaxy(window)), columns: Int(getmaxx(window)))
  }

  package func show(_ frame: Frame) {
    guard !isClosed else { return }
    let isNew = shown?.size != frame.size
    for row in 0..<min(frame.size.rows, size.rows) {
      let cells = frame.row(row)
      if !isNew, shown?.row(row) == cells { continue }
      let line = palette.line(cells)
      unsafe wmove(window, Int32(row), 0)
      unsafe wadd_wchnstr(window, line, Int32(line.count))
    }
    if let cursor = frame.cursor {
      unsafe wmove(window, Int32(cursor.row), Int32(cursor.column))
    }
    if shown?.cursor != nil || frame.cursor != nil { curs_set(frame.cursor == nil ? 0 : 1) }
    shown = frame
    unsafe wnoutrefresh(window)
    doupdate()
  }

  package func readKeys() -> [Key] {
    var keys: [Key] = []
    var code: wint_t = 0
    while true {
      switch unsafe wget_wch(window, &code) {
      case KEY_CODE_YES: if let key = Key(code: Int32(bitPattern: code)) { keys.append(key) }
      case OK:
        if let scalar = Unicode.Scalar(code), let key = escapes.key(for: scalar) {
          keys.append(key)
        }
      default: return keys
      }
    }
  }

  package func resize() {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard unsafe cnc_window_size(descriptor, &rows, &columns) == 0, rows > 0, columns > 0 else {
      return
    }
    resizeterm(rows, columns)
    shown = nil
  }

  package func redraw() {
    unsafe clearok(cnc_curscr(), true)
    shown = nil
  }

  /// Gives the terminal back, stops, and takes it again when the shell lets it go on.
  ///
  /// What the user has changed of the terminal meanwhile stays for the shell.
  package func suspend() {
    endwin()
    // To this thread: a signal to the process reaches another one first, and this one draws on.
    raise(SIGSTOP)
    def_shell_mode()
    redraw()
  }

  package func close() {
    guard !isClosed else { return }
    isClosed = true
    endwin()
    unsafe delscreen(screen)
    unsafe fclose(file)
  }
}
