import Glibc
import MigrationWatch
import NCursesScreen
import Testing

@Suite struct PasteDecodingTests {
  private static let begin = "\u{1B}[200~"
  private static let end = "\u{1B}[201~"

  @Test(arguments: [
    "q", ":q\rq", "lag>10m 迁移 🦊", "\u{1B}[A", "\u{1B}", "\u{1B}\u{1B}[20", "\u{1B}[200~x",
    "\u{1B}[201", "\u{1B}]0;x\u{07}", "",
  ])
  func `a paste is one text, whatever it contains and however it comes`(text: String) {
    let bytes = Array((Self.begin + text + Self.end + "j").utf8)
    for size in [1, 2, 7, bytes.count] {
      var decoder = InputDecoder()
      var now = ContinuousClock.now
      var inputs: [TerminalInput] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        inputs += decoder.passTime(to: now)
        inputs += decoder.take(bytes[start..<min(start + size, bytes.count)], at: now)
        now += .milliseconds(40)
      }
      #expect(inputs == [.paste(text), .key(.character("j"))], "\(size) bytes at once")
    }
  }

  @Test func `a paste whose beginning comes late types nothing`() {
    var decoder = InputDecoder()
    let start = ContinuousClock.now
    var inputs = decoder.take([0x1B], at: start)
    inputs += decoder.passTime(to: start + .milliseconds(60))
    inputs += decoder.take("[200~q\(Self.end)".utf8, at: start + .milliseconds(61))
    #expect(inputs == [.key(.escape), .escapeTakenBack, .paste("q")])
  }

  @Test func `a paste that pauses on a slow line is told in parts, and none of it acts`() {
    var decoder = InputDecoder()
    var now = ContinuousClock.now
    #expect(decoder.take("\(Self.begin)q".utf8, at: now).isEmpty)
    now += .milliseconds(999)
    #expect(decoder.passTime(to: now).isEmpty)
    #expect(decoder.take("q\u{1B}".utf8, at: now).isEmpty)
    now += .seconds(1)
    #expect(decoder.passTime(to: now) == [.paste("qq")])
    #expect(decoder.deadline == nil)
    now += .seconds(60)
    #expect(decoder.take("[201\r:quit\r".utf8, at: now).isEmpty)
    now += .seconds(1)
    #expect(decoder.passTime(to: now) == [.paste("\u{1B}[201\r:quit\r")])
    now += .seconds(1)
    #expect(decoder.take("\(Self.end)j".utf8, at: now) == [.key(.character("j"))])
  }

  @Test func `a paste that lost its end leaves the keys to the user`() {
    var decoder = InputDecoder()
    var now = ContinuousClock.now
    #expect(decoder.take("\(Self.begin)q".utf8, at: now).isEmpty)
    now += .seconds(1)
    #expect(decoder.passTime(to: now) == [.paste("q")])
    now += .seconds(1)
    #expect(decoder.take("j".utf8, at: now) == [.key(.character("j"))])
    #expect(decoder.take("qk".utf8, at: now) == [.key(.character("q")), .key(.character("k"))])
  }

  @Test(
    arguments: [("\u{1B}[B", .key(.down)), ("\u{3}", .signal(SIGINT))] as [(String, TerminalInput)])
  func `a key behind a paste that lost its end acts, and none does within a paste`(
    key: String, input: TerminalInput
  ) {
    var decoder = InputDecoder()
    decoder.signals = [0x03: SIGINT]
    let start = ContinuousClock.now
    #expect(decoder.take("\(Self.begin)q\(key)".utf8, at: start).isEmpty)
    #expect(decoder.take(key.utf8, at: start + .milliseconds(249)).isEmpty)
    let inputs = decoder.take(key.utf8, at: start + .milliseconds(499))
    #expect(inputs == [.paste("q\(key)\(key)"), input])
  }

  @Test func `of a paste without end only so much is kept, and none of it acts`() {
    var decoder = InputDecoder()
    let now = ContinuousClock.now
    let piece = Array(String(repeating: "q", count: 100_000).utf8)
    var inputs = decoder.take(Self.begin.utf8, at: now)
    for _ in 0..<20 { inputs += decoder.take(piece, at: now) }
    inputs += decoder.take("\(Self.end)j".utf8, at: now)
    guard case .paste(let text) = inputs.first else { return #expect(Bool(false), "no paste") }
    #expect(text.count > 900_000 && text.count <= 1 << 20)
    #expect(inputs.dropFirst() == [.key(.character("j"))])
  }
}
