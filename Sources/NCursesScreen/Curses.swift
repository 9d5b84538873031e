internal import CNCurses
internal import DashboardUI
internal import Glibc

/// Curses for what it does best: the shortest way from one picture to the next.
///
/// It writes into a file in memory. The terminal is ``TerminalDevice``'s, for curses would wait for a slow one.
@safe @MainActor final class Curses {
  /// What the locale lets it draw.
  let glyphs: Glyphs
  private let screen: OpaquePointer
  private let window: UnsafeMutablePointer<WINDOW>
  private let file: UnsafeMutablePointer<FILE>
  private let palette: TerminalPalette
  /// Curses ends with the terminal's own palette, also if it changed none: that of a user who did is left alone.
  private let paletteReset: [UInt8]
  private var shown: Frame?

  /// `nil` if curses knows no terminal of that type.
  init?(type: TerminalType, size: Size, hasColor: Bool, isColourBlind: Bool) {
    unsafe setlocale(LC_ALL, "")
    let isUTF8 = unsafe String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8"
    glyphs = isUTF8 ? .fitting { Int(cnc_width(wchar_t(bitPattern: $0.value))) } : .plainLocale
    // The size is the terminal's: LINES and COLUMNS of the environment would keep it fixed.
    use_env(false)
    // Without it curses takes no type whose description has no size, as that of Linux' console.
    use_tioctl(true)
    guard let memory = MemoryFile.open(), let file = unsafe fdopen(memory, "w+"),
      let screen = unsafe newterm(type.name, file, file), let window = unsafe cnc_stdscr()
    else { return nil }
    unsafe self.screen = screen
    unsafe self.window = window
    unsafe self.file = file
    palette = TerminalPalette(hasColor: hasColor, isColourBlind: isColourBlind)
    paletteReset = TerminalType.capability("oc") ?? []
    nonl()
    // It would cut a frame short when keys wait.
    typeahead(-1)
    resize(to: size)
    // It began with the rows of the type's description, and would scroll in those alone. The first frame begins anew.
    _ = bytesLeaving()
  }

  var size: Size {
    unsafe Size(rows: Int(getmaxy(window)), columns: Int(getmaxx(window)))
  }

  /// What to send so that a terminal that shows the last frame shows this one.
  func bytes(showing frame: Frame) -> [UInt8] {
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
    if shown == nil || shown?.cursor != nil || frame.cursor != nil {
      curs_set(frame.cursor == nil ? 0 : 1)
    }
    shown = frame
    unsafe wnoutrefresh(window)
    doupdate()
    return written()
  }

  func resize(to size: Size) {
    resizeterm(Int32(size.rows), Int32(size.columns))
    // Also if it is as large as before: in between the terminal may have cut what it showed.
    forget()
  }

  /// The terminal shows something else now: the next frame is sent as a whole.
  func forget() {
    unsafe clearok(cnc_curscr(), true)
    shown = nil
  }

  /// What to send so that the terminal shows the shell again. The next frame takes it back.
  func bytesLeaving() -> [UInt8] {
    endwin()
    shown = nil
    return written()
  }

  func close() {
    unsafe delscreen(screen)
    unsafe fclose(file)
  }

  /// Takes out what curses wrote into its file.
  private func written() -> [UInt8] {
    let descriptor = unsafe fileno(file)
    let count = Int(lseek(descriptor, 0, SEEK_CUR))
    guard count > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = unsafe bytes.withUnsafeMutableBytes {
      unsafe pread(descriptor, $0.baseAddress, $0.count, 0)
    }
    lseek(descriptor, 0, SEEK_SET)
    let all = bytes.prefix(max(0, got))
    return Array(paletteReset.isEmpty ? all : all.replacing(paletteReset, with: []))
  }
}
