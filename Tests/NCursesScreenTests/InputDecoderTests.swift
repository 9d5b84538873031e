import DashboardUI
import MigrationWatch
import NCursesScreen
import Testing

@Suite struct InputDecoderTests {
  @Test(
    arguments: [
      ("j", .character("j")), ("é", .character("é")), ("迁", .character("迁")),
      ("🦊", .character("🦊")), ("\r", .enter), ("\n", .enter), ("\t", .tab),
      ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{4}", .control("d")),
      ("\u{15}", .control("u")), ("\u{1A}", .control("z")),
    ] as [(String, Key)])
  func `a character is a key, in one piece or in many`(text: String, key: Key) {
    #expect(keys(text) == [key])
    #expect(keys(text, pause: .milliseconds(60)) == [key])
  }

  @Test(arguments: [[0], [0xC3], [0xFF, 0xFE], [0x80], [0xC3, 0x28], [0xC2, 0x9B], [0x1C]])
  func `bytes that are no character are no key`(bytes: [UInt8]) {
    var decoder = InputDecoder()
    let inputs = decoder.take(bytes + Array("j".utf8), at: .now)
    #expect(inputs.last == .key(.character("j")))
    #expect(inputs.dropLast().allSatisfy { $0 == .key(.character("(")) })
  }

  @Test(
    arguments: [
      (["[A", "OA", "[1A", "[1;1A"], .up), (["[B", "OB"], .down), (["[C", "OC"], .right),
      (["[D", "OD"], .left), (["[H", "OH", "[1~", "[7~"], .home),
      (["[F", "OF", "[4~", "[8~"], .end), (["[5~"], .pageUp), (["[6~"], .pageDown),
      (["[3~"], .delete), (["[Z", "[1;2Z"], .backTab), (["OM"], .enter),
      (["OP", "[11~", "[[A", "[P"], .function(1)), (["OQ", "[12~", "[[B"], .function(2)),
      (["OS", "[14~", "[[D"], .function(4)), (["[15~", "[[E"], .function(5)),
      (["[17~"], .function(6)), (["[21~"], .function(10)), (["[23~"], .function(11)),
      (["[24~"], .function(12)),
    ] as [([String], Key)])
  func `a key has several forms, and its bytes may come apart`(forms: [String], key: Key) {
    for form in forms {
      #expect(keys("\u{1B}\(form)j") == [key, .character("j")], "\(form)")
      #expect(keys("\u{1B}\(form)", pause: .milliseconds(40)) == [key], "\(form)")
    }
  }

  @Test(arguments: [
    "[1;5A", "[1;2B", "[3;5~", "[5;3~", "[1;2P", "O5A", "O1;5A", "[a", "Oa", "[3^", "[27;5;9~",
    "[9;5u", "[106u", "[I", "[O", "[?1;2c", "[>0;276;0c", "[12;40R", "[?2026;2$y", "[2~", "[99~",
    "]11;rgb:0000/0000/0000\u{07}", "]52;c;aGFsbG8=\u{1B}\\", "P1+r436f=323536\u{1B}\\",
    "_Gi=31;OK\u{1B}\\", "^private\u{1B}\\", "Xstring\u{1B}\\", "[<35;10;10M", "[<0;10;10m",
    "[M#!!", "[M\u{7F}!!", "x", "q", "\r", "\u{1B}[A", "\u{1B}OB",
    "[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22;23;24;25;26;27;28;29;30A",
  ])
  func `what is no key here is swallowed whole`(sequence: String) {
    #expect(keys("\u{1B}\(sequence)j") == [.character("j")])
    let apart = keys("\u{1B}\(sequence)", pause: .milliseconds(40))
    #expect(apart.isEmpty)
  }

  @Test func `a string of any length ends where it ends`() {
    let string = "\u{1B}P" + String(repeating: "q;", count: 50_000) + "\u{1B}\\"
    #expect(keys(string + "j") == [.character("j")])
  }

  @Test(arguments: [
    "[A", "OB", "[1;5A", "[24~", "[[A", "]0;title\u{07}", "P0\u{1B}\\", "[M !!", "[<0;3;3M",
  ])
  func `the rest of a late sequence is no letter`(rest: String) {
    #expect(keys("\u{1B}\(rest)", pause: .milliseconds(60)) == [.escape])
  }

  @Test func `a key soon after a lone Esc acts`() {
    #expect(keys("\u{1B}q", pause: .milliseconds(60)) == [.escape, .character("q")])
    #expect(keys("\u{1B}jj", pause: .milliseconds(60)).count == 3)
  }

  @Test func `a lone Esc acts after its delay, and keys act again after a while`() {
    var decoder = InputDecoder(escapeDelay: .milliseconds(70))
    let start = ContinuousClock.now
    #expect(decoder.take([0x1B], at: start).isEmpty)
    #expect(decoder.deadline == start + .milliseconds(70))
    #expect(decoder.passTime(to: start + .milliseconds(69)).isEmpty)
    #expect(decoder.passTime(to: start + .milliseconds(70)) == [.key(.escape)])
    #expect(decoder.deadline == start + .milliseconds(250))
    _ = decoder.passTime(to: start + .milliseconds(250))
    #expect(decoder.deadline == nil)
    #expect(decoder.take([0x6A], at: start + .milliseconds(251)) == [.key(.character("j"))])
  }

  @Test func `Esc twice is two keys`() {
    #expect(keys("\u{1B}\u{1B}", finally: .seconds(1)) == [.escape, .escape])
    #expect(keys("\u{1B}\u{1B}\u{1B}", finally: .seconds(1)) == [.escape, .escape, .escape])
  }

  @Test func `a sequence that does not end holds nothing up`() {
    for beginning in ["[", "[1;", "O", "]0;", "P", "[M", "[M!"] {
      var decoder = InputDecoder()
      let start = ContinuousClock.now
      #expect(decoder.take("\u{1B}\(beginning)".utf8, at: start).isEmpty)
      #expect(decoder.passTime(to: start + .milliseconds(250)).isEmpty)
      let inputs = decoder.take("j".utf8, at: start + .milliseconds(251))
      #expect(inputs == [.key(.character("j"))], "\(beginning)")
    }
  }

  @Test func `a terminal's own sequences are keys too`() {
    let named: [[UInt8]: Key] = [[0x1B, 0x41]: .up, Array("\u{1B}[N".utf8): .function(2)]
    #expect(keys("\u{1B}A\u{1B}[Nj", named: named) == [.up, .function(2), .character("j")])
  }

  @Test(
    arguments: [
      ("\u{1B}[<0;1;1M", .click(.init(row: 0, column: 0))),
      ("\u{1B}[<0;250;80M", .click(.init(row: 79, column: 249))),
      ("\u{1B}[M !\"", .click(.init(row: 1, column: 0))),
      ("\u{1B}[<64;5;5M", .wheel(isDown: false)), ("\u{1B}[<65;5;5M", .wheel(isDown: true)),
      ("\u{1B}[Ma!!", .wheel(isDown: true)),
    ] as [(String, TerminalInput)])
  func `the mouse tells where it is`(report: String, input: TerminalInput) {
    var decoder = InputDecoder()
    #expect(decoder.take(report.utf8, at: .now) == [input])
  }

  /// What the bytes of a text are, each after the same pause.
  private func keys(
    _ text: String, pause: Duration = .zero, finally: Duration = .zero,
    named: [[UInt8]: Key] = [:]
  ) -> [Key] {
    var decoder = InputDecoder(named: named)
    var now = ContinuousClock.now
    var inputs: [TerminalInput] = []
    for byte in text.utf8 {
      now += pause
      inputs += decoder.passTime(to: now) + decoder.take([byte], at: now)
    }
    inputs += decoder.passTime(to: now + finally)
    return inputs.compactMap { if case .key(let key) = $0 { key } else { nil } }
  }
}
