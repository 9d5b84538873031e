import MigrationWatch
import Testing

/// One job that most rows of the tables below are about.
private let orders = FilterSubject(
  texts: ["订单中心-orders", "dts", "dts-hz", "mysql>polardb", "Lock wait timeout"],
  words: [
    .state: ["warning"], .service: ["dts"], .source: ["dts-hz"], .phase: ["incremental"],
    .name: ["订单中心-orders"], .verdict: ["fallingBehind"],
  ],
  numbers: [.lag: 1084, .rate: 1200, .age: 4, .errors: 44],
  flags: [.marked]
)

@Suite struct FilterExpressionTests {
  @Test(
    arguments: [
      "", "  ", "orders", "订单", "lock wait", "Lock", "\"Lock wait\"", "/^lock \\w+/", "/\\S+ wait/",
      "state:failed,warning", "state:WARN", "state=warning", "state!=failed", "service:dts",
      "phase:incr", "source:dts-hz", "name:order", "name~orders$", "name~(orders|crm)$",
      "verdict:fallingbehind", "STATE:warn", "lag>10m", "lag>=18m04s", "lag<=18m4s", "lag=1084",
      "lag==1084s", "lag!=1s", "lag>500ms", "lag<0.5h", "rate>1k", "rate<1.5M", "rate<1.2001k/s",
      "age<30s", "errors>0", "is:marked", "is:stale,marked", "-state:failed", "!crm", "--orders",
      "-(crm or state:failed)", "crm or orders", "crm OR orders and lag>10m", "(orders)(dts)",
      "orders or crm state:failed", "-crm and dts", "(source:rm-lab or lag>10m) -state:stopped",
      "\"a\\\"b\" or orders", "\"or\" or orders", "mysql->polar or orders",
    ])
  func `a filter matches`(text: String) throws {
    #expect(try FilterExpression(parsing: text).matches(orders))
  }

  @Test(
    arguments: [
      "crm", "LOCK", "\"lock Wait\"", "/^Lock$/", "state:failed", "state:stale", "state!=warning",
      "source:dts", "source!=dts-hz", "name=orders", "name~^Ord", "lag<10m", "lag!=1084",
      "rate>=1.201k", "is:stale", "-orders", "orders -dts", "orders state:failed or crm",
      "-lag>10m",
      "-(orders or crm)", "crm or orders and state:failed",
    ])
  func `a filter does not match`(text: String) throws {
    #expect(try !FilterExpression(parsing: text).matches(orders))
  }

  @Test(arguments: [
    "eta<1h", "eta>=0s", "eta=0", "eta!=5s", "progress<50%", "kind:sync", "kind!=sync",
  ])
  func `an absent value matches nothing, so its negation matches`(text: String) throws {
    #expect(try !FilterExpression(parsing: text).matches(orders))
    #expect(try FilterExpression(parsing: "-" + text).matches(orders))
  }

  @Test func `a judgement can be asked for as a state, as the screen shows it`() throws {
    let stale = FilterSubject(words: [.state: ["running"]], flags: [.stale])
    #expect(try FilterExpression(parsing: "state:stal").matches(stale))
    #expect(try !FilterExpression(parsing: "state:stall").matches(stale))
  }

  @Test(
    arguments: [
      ("stat:failed", 0, "unknown key stat: did you mean state?"),
      ("orders -lga>1m", 8, "unknown key lga: did you mean lag?"),
      ("oracle>gauss", 0, "unknown key oracle: text with an operator in it needs quotes"),
      ("state:warning,fialed", 14, "unknown state fialed: did you mean failed?"),
      ("phase:incrememtal", 6, "unknown phase incrememtal: did you mean incremental?"),
      ("service:dta", 8, "unknown service dta: did you mean dts?"),
      ("is:stael", 3, "unknown flag stael: did you mean stale?"),
      ("is>stale", 2, "is takes a colon"), ("state>3", 5, "state takes words"),
      ("lag:10m", 3, "lag takes a comparison: lag>10m"),
      ("state:", 6, "expected a value after state:"),
      ("state:failed,", 13, "expected a value"), ("lag>", 4, "expected a number: lag>10m"),
      ("lag>10x", 4, "cannot compare with 10x: lag>10m"), ("lag>inf", 4, "cannot compare"),
      ("lag>1..5s", 4, "cannot compare"), ("progress<.%", 9, "cannot compare"),
      ("rate<1e5", 5, "cannot compare"), ("lag >10m", 4, "expected a key directly before"),
      ("订单 /(/", 3, "not a regular expression: expected ')'"), ("name~a**", 5, "not a regular"),
      ("/abc", 0, "no closing /"), ("/a/b", 3, "expected a space after /a/"),
      ("//", 0, "expected a pattern"),
      ("name~", 5, "expected a pattern after name~"), ("a \"b", 2, "not closed"),
      ("\"\"", 0, "expected text"),
      ("(a or b", 0, "not closed"), ("a)", 1, "no parenthesis is open"),
      ("()", 1, "expected something"),
      ("a or", 4, "expected something"), ("a and ", 6, "expected something"),
      ("or a", 0, "expected something"),
      ("a and or b", 6, "expected something"), ("-", 1, "expected something"),
    ] as [(String, Int, String)])
  func `a mistake is shown where it is`(text: String, column: Int, message: String) {
    let error = #expect(throws: FilterError.self) { try FilterExpression(parsing: text) }
    #expect(error?.column == column)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test func `parentheses without end are a mistake and no crash`() {
    let deep = String(repeating: "(", count: 100_000)
    #expect(throws: FilterError(column: 50, message: "too many parentheses")) {
      try FilterExpression(parsing: deep)
    }
  }

  @Test(
    arguments: [
      ("orders sta", ["state:"]), ("-(is:sta", ["is:stale", "is:stalled"]),
      ("state:fa", ["state:failed"]),
      ("state:failed,st", ["state:failed,stopped", "state:failed,stalled", "state:failed,stale"]),
      ("l", ["lag>"]), ("source:d", ["source:dts-hz"]), ("\"sta", []), ("/sta", []),
      ("nonsense", []),
    ])
  func `the last word is completed`(text: String, completions: [String]) {
    let names: [FilterWord: [String]] = [.source: ["rm-lab", "dts-hz"]]
    #expect(FilterExpression.completions(for: text, values: names) == completions)
  }

  @Test func `every key is offered before anything is written`() {
    #expect(FilterExpression.completions(for: "").count == 18)
    #expect(FilterExpression.completing("a -(sta", with: "state:") == "a -(state:")
  }

  @Test(
    arguments: [
      ("stat", "state"), ("endpont", "endpoint"), ("lag_wraning", "lag_warning"),
      ("END", "endpoint"),
      ("zzz", nil), ("x", nil), ("", nil),
    ] as [(String, String?)])
  func `the nearest name is found if one is near`(name: String, nearest: String?) {
    let names = ["state", "endpoint", "lag_warning", "lag_critical"]
    #expect(Nearest.name(to: name, among: names) == nearest)
  }
}
