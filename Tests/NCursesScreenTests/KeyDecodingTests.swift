import CNCurses
import MigrationWatch
import NCursesScreen
import Testing

@Suite struct KeyDecodingTests {
  @Test(
    arguments: [
      (KEY_UP, .up), (KEY_NPAGE, .pageDown), (KEY_HOME, .home), (KEY_BTAB, .backTab),
      (KEY_DC, .delete), (KEY_BACKSPACE, .backspace), (KEY_ENTER, .enter),
      (cnc_key_f(1), .function(1)), (cnc_key_f(12), .function(12)), (cnc_key_f(13), nil),
      (KEY_RESIZE, nil), (KEY_MOUSE, nil),
    ] as [(Int32, Key?)])
  func `a key of curses is one of ours or has no meaning`(code: Int32, key: Key?) {
    #expect(Key(code: code) == key)
  }

  @Test(
    arguments: [
      ("j", .character("j")), ("迁", .character("迁")), ("\u{1B}", .escape), ("\r", .enter),
      ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
      ("\u{4}", .control("d")), ("\u{15}", .control("u")), ("\u{1A}", .control("z")),
    ] as [(Unicode.Scalar, Key)])
  func `a character is a key`(scalar: Unicode.Scalar, key: Key) {
    #expect(Key(scalar: scalar) == key)
  }

  /// Characters with the milliseconds before each, and the keys that they are.
  @Test(
    arguments: [
      ([("\u{1B}", 0), ("[", 60), ("A", 60), ("j", 1)], [.escape, .character("j")]),
      ([("\u{1B}", 0), ("O", 250), ("B", 900)], [.escape]),
      (
        [("\u{1B}", 0), ("[", 9), ("1", 9), (";", 9), ("5", 9), ("A", 9), ("A", 9)],
        [.escape, .character("A")]
      ),
      ([("\u{1B}", 0), ("j", 10)], [.escape, .character("j")]),
      ([("\u{1B}", 0), ("\u{1B}", 10), ("[", 10), ("A", 10)], [.escape, .escape]),
      ([("\u{1B}", 0), ("[", 251), ("A", 1)], [.escape, .character("["), .character("A")]),
      ([("[", 0), ("A", 1)], [.character("["), .character("A")]),
    ] as [([(Unicode.Scalar, Int)], [Key])])
  func `the rest of a late escape sequence is no letter`(
    typed: [(scalar: Unicode.Scalar, after: Int)], keys: [Key]
  ) {
    var escapes = EscapeGuard()
    var now = ContinuousClock.now
    let decoded = typed.compactMap { scalar, after in
      now += .milliseconds(after)
      return escapes.key(for: scalar, now: now)
    }
    #expect(decoded == keys)
  }
}
