import MigrationModel
import Testing

@Suite struct ServiceTextTests {
  @Test(
    arguments: [
      ("\u{1B}[2J\u{1B}]0;owned\u{07}", "␛[2J␛]0;owned␇"), ("50%\r100%", "50%␍100%"),
      ("nul\u{0}bs\u{8}del\u{7F}", "nul␀bs␈del␡"),
      ("csi\u{9B}31m nel\u{85}", "csi<U+009B>31m nel<U+0085>"),
      ("bidi\u{202E}gpj.exe\u{2066}x\u{2069}", "bidi<U+202E>gpj.exe<U+2066>x<U+2069>"),
      ("pay\u{200B}pal\u{200D}\u{FEFF}", "pay<U+200B>pal<U+200D><U+FEFF>"),
      ("line\u{2028}paragraph\u{2029}", "line<U+2028>paragraph<U+2029>"),
      ("tag\u{E0041}", "tag<U+E0041>"), ("filler\u{3164}\u{115F}", "filler<U+3164><U+115F>"),
      ("⚠\u{FE0F} a\u{FE0E} 葛\u{E0100}", "⚠ a 葛"), ("\u{E000}private", "<U+E000>private"),
    ])
  func `what could move a cursor or hide stands in a visible form`(raw: String, cleaned: String) {
    #expect(ServiceText.clean(raw) == cleaned)
  }

  @Test(arguments: ["", "line one\n\tline two", "订单中心 – ключ, crème, e\u{301}, 👍"])
  func `ordinary text stays as it is`(text: String) {
    #expect(ServiceText.clean(text) == text)
  }

  @Test func `nothing cleaned needs cleaning again`() {
    let everything = String(
      String.UnicodeScalarView((0...0x10FFFF).compactMap(Unicode.Scalar.init)).prefix(60_000))
    let cleaned = ServiceText.clean(String(everything))
    #expect(
      cleaned.unicodeScalars.allSatisfy {
        ServiceText.isPrintable($0) || $0 == "\n" || $0 == "\t"
      })
  }

  @Test(arguments: ["x", "单", "\u{1B}"])
  func `an endless text is cut with a mark`(letter: String) {
    let longest = ServiceText.longest
    let fits = ServiceText.clean(String(repeating: letter, count: longest))
    let tooLong = ServiceText.clean(String(repeating: letter, count: longest + 1))
    #expect(!fits.contains("(cut)"))
    #expect(tooLong == fits + "… (cut)")
  }

  @Test(arguments: [
    (
      "Unable to connect: url=jdbc:mysql://root:hunter2@10.0.0.1:3306/crm?useSSL=false",
      "Unable to connect: url=jdbc:mysql://*****@10.0.0.1:3306/crm?useSSL=false"
    ),
    (
      "jdbc:sqlserver://h;user=sa;password=hunter2;encrypt=true",
      "jdbc:sqlserver://h;user=sa;password=*****;encrypt=true"
    ),
    ("jdbc:oracle:thin:scott/hunter2@//h:1521/x", "jdbc:oracle:thin:*****@//h:1521/x"),
    (#"{"userPassword": "hunter2","host":"h"}"#, #"{"userPassword": "*****","host":"h"}"#),
    (
      "Access denied for user 'dts'@'10.0.0.1' (using password: YES)",
      "Access denied for user 'dts'@'10.0.0.1' (using password: YES)"
    ),
    ("token expires, expires_at: 2026", "token expires, expires_at: 2026"),
    ("mail root@localhost about a=b", "mail root@localhost about a=b"),
  ])
  func `a password inside an error's text is hidden, and the rest stays`(
    text: String, shown: String
  ) {
    #expect(ServiceText.clean(text) == shown)
  }
}
