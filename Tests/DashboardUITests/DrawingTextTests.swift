import DashboardUI
import Testing

@Suite struct DrawingTextTests {
  @Test(
    arguments: [
      ("orders", 6), ("订单中心", 8), ("e\u{301}", 1), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2),
      ("─█»", 3), ("a\tb", 3), ("a\nb", 3), ("\u{1B}[31m", 5), ("a\u{202E}b", 10),
      ("\u{200D}", 8), ("\u{301}", 1), ("🇩🇪", 2), ("👍🏽", 2), ("⚠\u{FE0F}", 1), ("❤\u{FE0F}", 1),
      ("1\u{FE0F}\u{20E3}", 1), ("葛\u{E0100}", 2), ("👨\u{200D}👩", 12), ("ｶﾞ", 2), ("", 0),
    ])
  func `text takes the columns that a terminal gives it`(text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
  }

  @Test(
    arguments: [
      ("a\u{1B}[2Jb", "a␛[2Jb "), ("ab\rcd", "ab␍cd  "), ("a\nb\tc", "a␊b c  "),
      ("x\u{301}\u{302}\u{303}\u{304}", "x\u{301}\u{302}      "), ("\u{301}a", " \u{301}a     "),
      ("a☰b", "a□b    "), ("\u{2066}", "<U+20…"), ("🇩🇪 x", "DE x   "), ("👍🏽 x", "👍 x   "),
    ])
  func `hostile text stays visible and moves nothing`(text: String, shown: String) {
    var canvas = Canvas(size: Size(rows: 1, columns: text == "\u{2066}" ? 6 : 7))
    canvas.write(text, row: 0, column: 0)
    #expect(canvas.frame.text == shown)
  }

  @Test(arguments: [("lag 10m04s", "lag …   "), ("错误 一致性校验失败", "错误 一…")])
  func `a sentence is cut within a word, but before a figure`(text: String, shown: String) {
    var canvas = Canvas(size: Size(rows: 1, columns: 8))
    canvas.writeSentence(text, row: 0, column: 0)
    #expect(canvas.frame.text == shown)
  }

  @Test(
    arguments: [
      (0, "订单中心"), (1, " 订单中…"), (2, "  订单… "), (6, "      … "), (7, "       …"),
      (-1, " 单中心 "), (8, "        "), (-8, "        "),
    ])
  func `a wide character never straddles an edge`(column: Int, shown: String) {
    var canvas = Canvas(size: Size(rows: 1, columns: 8))
    canvas.write("订单中心", row: 0, column: column)
    #expect(canvas.frame.text == shown)
    #expect(canvas.frame.hasWholeRows)
  }

  @Test(
    arguments: [
      (8, "crm-迁移"), (7, "crm-迁…"), (6, "crm-… "), (5, "crm-…"), (1, "…"), (0, ""),
    ])
  func `text that does not fit ends with an ellipsis`(columns: Int, shown: String) {
    var canvas = Canvas(size: Size(rows: 1, columns: columns))
    canvas.write("crm-迁移", row: 0, column: 0)
    #expect(canvas.frame.text == shown)
  }

  @Test func `half of an overwritten wide character becomes a blank`() {
    var canvas = Canvas(size: Size(rows: 1, columns: 6))
    canvas.write("订单中", row: 0, column: 0)
    canvas.write("x", row: 0, column: 1)
    canvas.write("y", row: 0, column: 2)
    canvas.write("心", row: 0, column: 3)
    #expect(canvas.frame.text == " xy心 ")
  }

  @Test(arguments: [(0, 6, "18m04s  "), (0, 8, "  18m04s"), (0, 5, "#####   "), (4, 8, "    ####")])
  func `a number is whole or not there`(column: Int, width: Int, shown: String) {
    var canvas = Canvas(size: Size(rows: 1, columns: 8))
    canvas.writeNumber("18m04s", row: 0, column: column, width: width)
    #expect(canvas.frame.text == shown)
  }

  @Test(
    arguments: [
      ("a\nb", "a^Jb      "), ("a␛[2Jb", "a^[[2Jb   "), ("del\u{7F}", "del^?     "),
      ("my→pg…", "my->pg~   "), ("“a” – ‘b’", "\"a\" - 'b' "), ("迁移 é", "???? ?    "),
      ("123456␍789", "123456?789"),
    ])
  func `in ASCII text is spelled out where there is room`(text: String, shown: String) {
    var canvas = Canvas(size: Size(rows: 1, columns: 10), glyphs: .ascii)
    canvas.write(text, row: 0, column: 0)
    #expect(canvas.frame.text == shown)
  }

  @Test func `lines and blocks are ASCII where the locale makes them wide, and names stay`() {
    let glyphs = Glyphs.fitting { "─█░".unicodeScalars.contains($0) ? 2 : 1 }
    var canvas = Canvas(size: Size(rows: 3, columns: 12), glyphs: glyphs)
    let inside = canvas.box()
    canvas.draw(in: inside) { $0.write("迁移-é", row: 0, column: 0) }
    #expect(
      canvas.frame.text == """
        +----------+
        | 迁移-é   |
        +----------+
        """)
    #expect(Glyphs.fitting { _ in 1 } == .unicode)
  }

  @Test func `an ASCII frame has nothing but ASCII`() {
    var canvas = Canvas(size: Size(rows: 4, columns: 20), glyphs: .ascii)
    let inside = canvas.box(title: "订单 é", trailing: "…")
    canvas.draw(in: inside) { inside in
      inside.progressBar(0.4, row: 0, column: 0, width: 8)
      inside.write("e\u{301}😀abcdefghijklmnopqrst", row: 1, column: 0)
    }
    #expect(
      canvas.frame.text == """
        +- ???? ? ----- ~ -+
        | ###.....         |
        | ???abcdefghijkl~ |
        +------------------+
        """)
  }
}
