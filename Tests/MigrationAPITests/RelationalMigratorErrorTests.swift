import MigrationAPI
import MigrationModel
import Testing

/// What a person reads, who knows nothing of HTTP.
@Suite struct `Errors of a Relational Migrator` {
  typealias Source = `A Relational Migrator source`

  struct Row: Sendable, CustomTestStringConvertible {
    var reply: HTTPReply
    var kind: ProviderError.Kind
    var code: String?
    var message: String

    var testDescription: String { message }
  }

  static let path = "127.0.0.1:8278/api/v1/jobs"
  static let proxy =
    "; a proxy before 127.0.0.1:8278 asks for credentials or refuses them: see `authorization` of"
    + " this source"
  static let notAnAPI =
    "; \(path) is no call of an API: does `endpoint` point at Relational Migrator?"
  static let silent = " from \(path); the log of Relational Migrator may say why"

  static let rows = [
    Row(
      reply: .json(
        """
        {"errorType":"VALIDATION_ERROR","message":"The project is broken","timestamp":"t","issues":
          [{"type":"RELMIG_X","message":"no name","pointer":"/a/b"},{"type":"RELMIG_Y"}]}
        """, status: 400), kind: .rejected, code: "VALIDATION_ERROR",
      message: "The project is broken: RELMIG_X no name at /a/b (and 1 more)"),
    Row(
      reply: .json(
        #"{"jobId":null,"message":"No job","description":"for a","timestamp":"t"}"#, status: 440),
      kind: .rejected, message: "No job: for a"),
    Row(
      reply: .json(
        #"{"timestamp":"t","status":404,"error":"Not Found","path":"/api/v1/jobs"}"#, status: 404),
      kind: .rejected,
      message: "Not Found: /api/v1/jobs; this version has no such call, or `endpoint` points at"
        + " something else"),
    Row(
      reply: HTTPReply(status: 200, body: []), kind: .malformed,
      message: "an empty body instead of JSON" + silent),
    Row(
      reply: HTTPReply(status: 500, body: []), kind: .unavailable,
      message: "HTTP 500 with an empty body" + silent),
    Row(
      reply: .html("<!doctype html>"), kind: .malformed,
      message: "an HTML page instead of JSON" + notAnAPI),
    Row(
      reply: .html("<html>", status: 404), kind: .rejected,
      message: "HTTP 404 with an HTML page" + notAnAPI),
    Row(
      reply: .html("<html>", status: 502), kind: .unavailable,
      message: "HTTP 502 with an HTML page; a proxy answers for \(path): is Relational Migrator"
        + " running behind it?"),
    Row(
      reply: .html("<html>", status: 401), kind: .unauthorised,
      message: "HTTP 401 with an HTML page" + proxy),
    Row(
      reply: HTTPReply(status: 302, headers: [HTTPCall.Header("Location", "/login")], body: []),
      kind: .rejected, message: "HTTP 302: a redirect to /login is not followed" + proxy),
    Row(
      reply: .json("[1,2"), kind: .malformed, message: "\"[1,2\" instead of JSON"),
  ]

  @Test(arguments: rows) func `say what, where and what to do`(row: Row) async throws {
    let provider = try Source.provider(StubTransport(row.reply))
    let error = await #expect(throws: ProviderError.self) { try await provider.wholeListing() }
    #expect(error?.message == row.message)
    #expect(error?.kind == row.kind)
    #expect(error?.code == row.code)
    #expect(error?.call == "GET jobs")
    #expect(error?.status == row.reply.status)
  }

  @Test(arguments: [ReadingDepth.statistics, .details])
  func `a proxy's refusal is that of the whole source`(depth: ReadingDepth) async throws {
    let transport = StubTransport(
      .json(#"[{"id":"a","status":"RUNNING"}]"#), .json("{}"), .html("<html>", status: 401))
    let provider = try Source.provider(transport)
    let id = try #require(try await provider.wholeListing().jobs.first?.id)
    let error = await #expect(throws: ProviderError.self) { try await provider.read([id], depth) }
    #expect(error?.kind == .unauthorised)
  }
}
