import MigrationModel
import MigrationWatch
import Testing

@Suite struct RemedyPatternTests {
  private func catalogue(_ patterns: String..., code: String = "X-1") throws -> RemedyCatalogue {
    let cause = try #require(RemedyText("{a|-} {b|-}"))
    var entry = RemedyEntry(code: code, cause: cause, action: cause, source: "s")
    entry.patterns = try patterns.map { try #require(RemedyPattern($0)) }
    let entries = [entry]
    return RemedyCatalogue { entries }
  }

  private func cause(_ catalogue: RemedyCatalogue, _ message: String) -> String? {
    catalogue.remedy(code: nil, message: message, service: .dts, engines: JobEngines())?.cause
  }

  @Test(
    arguments: [
      ("table 'x' is locked by user 'y'", "x y"), ("TABLE 'x' is\n  locked by user 'y'.", "x y"),
      ("(Table '订单 1' is locked by user 'b''", "订单 1 b"),
      ("Table 'a' is open. Table 'c' is locked by user 'd'", "c d"),
    ])
  func `a pattern keeps what stands in its places`(message: String, kept: String) throws {
    let catalogue = try catalogue("Table '{a}' is locked by user '{b}'")
    #expect(cause(catalogue, message) == kept)
  }

  @Test(
    arguments: [
      "table '' is locked by user 'y'", "subtable 'x' is locked by user 'y'",
      "table 'x\n' is locked by user 'y'", "table 'x' is locked", "table 'x' unlocked by user 'y'",
    ])
  func `a pattern asks for all of its text, on one line where it keeps some`(message: String) throws
  {
    let catalogue = try catalogue("Table '{a}' is locked by user '{b}'")
    #expect(cause(catalogue, message) == nil)
  }

  @Test(arguments: ["1205", "{a} is locked", "locked by {a}", "is {a}{b} locked", "a {b is", ""])
  func `a pattern that would match by chance, or has no end, is none`(pattern: String) {
    #expect(RemedyPattern(pattern) == nil)
  }

  @Test func `no number and no word goes on beyond either end`() throws {
    let catalogue = try catalogue("errno: 12345")
    #expect(cause(catalogue, "(errno: 12345)") != nil)
    #expect(cause(catalogue, "errno: 123456") == nil)
    #expect(cause(catalogue, "xerrno: 12345") == nil)
  }

  @Test(
    arguments: [
      ("DRS.M00289", "drs-m00289: gone", true), ("DRS.M00289", "DRS.M002890", false),
      ("APIGW.0308", "APIG.0308", true), ("ORA-00942", "java: ORA-942.", true),
      ("ORA-00942", "ORA-9420", false), ("dts.retry.err.0046", "[DTS-RETRY-ERR-0046]", true),
      ("MySQL 1062", "Last_SQL_Errno: 1062", true), ("MySQL 1062", "Error 1062 (23000): x", true),
      ("MySQL 1062", "error 1062", false), ("SQL Server 1205", "Error: 1205, Severity: 13", true),
      ("MySQL 1205", "Error: 1205, Severity: 13", false),
      ("MySQL 1205", "Msg 1205, Level 13", false),
      ("SQLSTATE 23505", "SQLSTATE[23505]: x", true), ("SQLSTATE 23505", "SQL State : 23505", true),
      ("MongoDB 13", "failed with error 13 (Unauthorized)", true),
      ("MongoDB 13", "error 13", false),
      ("SQLCODE -803", "SQLCODE=-803, x", true), ("SQLCODE -803", "SQLCODE=803", false),
    ])
  func `a code is known in every spelling and never within another`(
    code: String, message: String, isKnown: Bool
  ) throws {
    #expect((cause(try catalogue(code: code), message) != nil) == isKnown)
  }

  @Test(arguments: [("MYSQL", true), ("taurus", true), ("SQL_SERVER", false), ("kafka", false)])
  func `an entry of an engine is for jobs that may have it`(engine: String, isFor: Bool) throws {
    let text = try #require(RemedyText("t"))
    var entry = RemedyEntry(code: "X-1", cause: text, action: text, source: "s")
    entry.engines = [.mysql]
    let entries = [entry]
    let remedy = RemedyCatalogue { entries }.remedy(
      code: "X-1", message: nil, service: .drs, engines: JobEngines(from: engine, to: engine))
    #expect((remedy != nil) == isFor)
  }
}
