import Foundation
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `Fields that this version does not know` {
  private static let fields =
    #""mood":"calm","level":3,"isOdd":true,"sshPassword":"hunter2","kafkaPwd":"hunter3","#
    + #""sinkUri":"mongodb://tom:hunter2@h/db","page":"HTTPS://h/?x=hunter2","who":"x","userName":"tom","#
    + #""jdbcUrl":"jdbc:sqlserver:h;user=sa;word=hunter4""#
  private static let notes = [
    "unknown field isOdd: true", "unknown field level: 3", "unknown field mood: calm",
    "unknown field who: x",
  ]

  @Test func `a Relational Migrator job shows them raw, a credential never`() async throws {
    let transport = StubTransport(
      .json(#"[{"id":"a","projectId":"p","status":"RUNNING",\#(Self.fields)}]"#), .json("[]"))
    let base = try #require(BaseURL("http://127.0.0.1:1"))
    let provider = RelationalMigratorProvider(
      configuration: .init(name: "rm", base: base), authorization: FixedSecrets<Secret?>(nil),
      transport: transport)
    let job = try #require(try await provider.list(after: nil).jobs.first)
    #expect(job.notes == Self.notes)
  }

  @Test func `a DRS task shows them raw, a credential never`() throws {
    let detail = try JSONDecoder().decode(
      [Told<DRS.TaskDetail>].self,
      from: Data(#"[{"id":"a","status":"CREATING",\#(Self.fields)}]"#.utf8))
    var record = DRS.TaskRecord()
    record.keep(try #require(detail.first?.wrappedValue), at: Date(timeIntervalSince1970: 0))
    let job = try #require(Job(Job.ID(source: "drs", native: "a"), record))
    #expect(job.notes == Self.notes)
  }
}
