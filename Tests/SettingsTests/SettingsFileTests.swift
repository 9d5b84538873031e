import MigrationAnalysis
import CustomDump
import Foundation
import MigrationAPI
import Testing
import migtop

struct SettingsFileTests {
  @Test(arguments: Fixture.invalid)
  func `every mistake has a line of its own and no other`(_ file: Fixture) throws {
    let error = #expect(throws: SettingsError.self) { try file.settings() }
    let lines = try file.expected.map { "/etc/migtop/config.toml:\($0)" }
    #expect(!lines.isEmpty)
    expectNoDifference(error?.lines.sorted(), lines.sorted())
    #expect(error?.description.contains("hunter2") == false)
  }

  @Test func `mistakes are printed in the order of the lines`() throws {
    let text = "[[source]]\nname = 1\n[poll]\ninterval = 2\n[display]\ntheme = 3\n"
    let error = #expect(throws: SettingsError.self) {
      try SettingsFile(path: "f", text: text).settings(environment: [:])
    }
    #expect(error?.lines.map { $0.prefix(4) } == ["f:1:", "f:2:", "f:4:", "f:6:"])
  }

  @Test func `an empty file has the documented defaults`() throws {
    let settings = try Fixture.named("empty").settings()
    expectNoDifference(settings, Settings())
    #expect(settings.poll.interval == .seconds(5))
    #expect(settings.thresholds.lagWarning == .seconds(60))
    #expect(settings.thresholds.lagCritical == .seconds(600))
    #expect(settings.thresholds.cutoverLag == .seconds(5))
    #expect(settings.thresholds.cutoverHold == .seconds(300))
    #expect(settings.thresholds.trendWindow == .seconds(300))
    #expect(settings.thresholds.stallFloor == .seconds(60))
    #expect(settings.display.theme == .default)
  }

  @Test func `every form of TOML is read`() throws {
    let endpoint = try #require(BaseURL("http://rm.example"))
    var source = SourceSettings(
      name: "rm",
      access: .relationalMigrator(
        RelationalMigratorAccess(
          endpoint: endpoint, authorization: .file("/etc/migtop/secrets/me.txt"))))
    source.jobs = ["one", "two"]
    source.callsPerMinute = 30
    source.timeout = .milliseconds(1_500)
    source.certificateFile = "/home/me/ca.pem"
    var expected = Settings()
    expected.poll.interval = .seconds(2)
    expected.thresholds.lagWarning = .seconds(90)
    expected.thresholds.cutoverHold = .zero
    expected.display.theme = .colourBlind
    expected.keys = ["refresh": "R", "next-attention": "a"]
    expected.views = ["hot": "state:failed"]
    expected.sources = [source]
    let settings = try Fixture.named("forms").settings(["HOME": "/home/me", "WHO": "me"])
    expectNoDifference(settings, expected)
  }

  @Test func `a file that cannot be decoded or is not there says what to do`() {
    let missing = SettingsLocation(path: "/nowhere/config.toml", origin: .option)
    let error = #expect(throws: SettingsError.self) { try SettingsFile(at: missing) }
    #expect(
      error?.lines == [
        "/nowhere/config.toml: there is no such file; "
          + "write one with: migtop config init --config /nowhere/config.toml"
      ])
    let folder = SettingsLocation(path: "/", origin: .option)
    let other = #expect(throws: SettingsError.self) { try SettingsFile(at: folder) }
    #expect(other?.lines.first?.hasPrefix("/: cannot be read") == true)
  }
}
