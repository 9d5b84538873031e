import CustomDump
import Foundation
import MigrationModel
import MigrationWatch
import Testing
import migtop

struct OwnRemediesTests {
  private func file(_ text: String) -> RemediesFile { RemediesFile(path: "r.toml", text: text) }

  @Test func `own entries stand before the built-in ones and replace them by code`() {
    let own = file(
      """
      [[error]]
      code = "ORA-01555"
      cause = "Ours."
      remedy = "Call the team of {service}."
      source = "our wiki"

      [[error]]
      code = "shop-frozen"
      patterns = ["the shop {shop} is frozen by"]
      services = ["drs"]
      cause = "Somebody froze {shop|the shop}."
      remedy = "Wait."
      source = "our wiki"
      """)
    #expect(own.mistakes == [])
    let catalogue = RemedyCatalogue.builtIn(and: own.entries)
    let replaced = RemedyCase(.drs, "mysql>mysql", "ORA-01555: snapshot too old", nil)
    #expect(replaced.remedy(catalogue)?.action == "Call the team of DRS.")
    let added = RemedyCase(
      .drs, "mysql>mysql", "The shop Nord is frozen by admin: Table 't' already exists", nil)
    #expect(added.remedy(catalogue)?.cause == "Somebody froze Nord.")
    let untouched = RemedyCase(.dts, "mysql>mysql", "Table 't' already exists", nil)
    #expect(untouched.remedy(catalogue)?.code == "MySQL 1050")
  }

  @Test func `an own entry may be about every call of a kind that nobody else knows`() {
    let own = file(
      """
      [[call]]
      code = "our-network"
      kind = "unreachable"
      cause = "The tunnel is down."
      remedy = "Start it."
      source = "our wiki"
      """)
    let catalogue = RemedyCatalogue.builtIn(and: own.entries)
    let error = ProviderError(.unreachable, message: "h cannot be reached")
    #expect(catalogue.remedy(for: error, service: .dts)?.action == "Start it.")
    let other = ProviderError(.timedOut, message: "no answer")
    #expect(catalogue.remedy(for: other, service: .dts) == nil)
  }

  @Test func `every mistake is one line with its place, and the rest is used`() {
    let own = file(
      """
      [[error]]
      code = "A-1"
      patern = ["x"]
      cause = "Ours."
      remedy = "Wait."
      source = "our wiki"

      [[error]]
      code = "A-2"
      patterns = ["oops"]
      engines = ["mysqll"]
      cause = "It is {tabel|the table}."
      remedy = "Look at { it."

      [[error]]
      code = "A-3"
      cause = "Fine."
      remedy = "Wait."
      source = "our wiki"

      [[error]]
      code = "ours"
      cause = "Ours."
      remedy = "Wait."
      source = "our wiki"

      [[call]]
      code = "A-4"
      kind = "slow"
      cause = "Ours."
      remedy = "Wait."
      source = "our wiki"

      [[error]]
      code = "A-3"
      cause = "Twice."
      remedy = "Wait."
      source = "our wiki"
      """)
    expectNoDifference(
      own.mistakes.map { String($0.prefix(75)) },
      [
        "r.toml:3: error.patern: is not a known key; correct it (did you mean pattern",
        "r.toml:8: error.source: is missing; add source = \"the title or address of a ",
        "r.toml:10: error.patterns: \"oops\" is no pattern; write six letters or more, a",
        "r.toml:11: error.engines: \"mysqll\" is not known; use one of mysql, postgresql",
        "r.toml:12: error.cause: {tabel} is kept by no pattern; use one of call, refre",
        "r.toml:13: error.remedy: has a { or } without its partner; write {name} or {n",
        "r.toml:22: error.code: \"ours\" is a name and no error carries it; add patterns or also",
        "r.toml:29: call.kind: \"slow\" is not known; use one of unreachable, timedOut, ",
        "r.toml:34: error.code: is that of line 15 too; join the two",
      ].map { String($0.prefix(75)) })
    #expect(own.entries.map(\.code) == ["A-3"])
    #expect(own.notice?.hasSuffix("(and 8 more: migtop config check)") == true)
  }

  @Test func `a file that is no TOML is one line, one that is missing none`() throws {
    #expect(file("[[error\n").mistakes.count == 1)
    #expect(RemediesFile.read(at: "/nowhere/remedies.toml") == RemediesFile())
    let folder = TemporaryFolder()
    let path = try folder.write("[[error]]\ncode = 1\n", mode: 0o600)
    #expect(
      RemediesFile.read(at: path).mistakes.contains { $0.hasPrefix("\(path):2: error.code: ") })
  }

  @Test func `they are looked for beside the configuration in use`() throws {
    let location = try SettingsLocation.find(option: "/etc/migtop/a.toml", environment: [:])
    #expect(location.remediesPath == "/etc/migtop/remedies.toml")
  }

  @Test func `the example is right, and every entry of it is found`() throws {
    let url = Fixture.project.appending(path: "config/remedies.example.toml")
    let own = file(try String(contentsOf: url, encoding: .utf8))
    #expect(own.mistakes == [])
    #expect(own.entries.count == 2)
  }
}
