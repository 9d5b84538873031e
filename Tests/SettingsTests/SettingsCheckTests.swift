import CustomDump
import Foundation
import Testing
import migtop

struct SettingsCheckTests {
  private let folder = TemporaryFolder()

  private func check(_ file: SettingsFile, _ environment: [String: String]) async throws
    -> SettingsCheck
  {
    let settings = try file.settings(environment: environment)
    let reader = SecretReader(settings: settings, environment: environment)
    return await SettingsCheck(settings, of: file, reader: reader)
  }

  @Test func `the demo needs no environment`() async throws {
    let url = Fixture.project.appending(path: "config/demo.toml")
    let file = try SettingsFile(
      path: "demo.toml", text: String(contentsOf: url, encoding: .utf8))
    let check = try await check(file, [:])
    #expect(check.problems.isEmpty && check.warnings.isEmpty)
    expectNoDifference(
      check.sources,
      [
        "rm-lab  relational-migrator  http://127.0.0.1:8278  none  ok",
        "dts-hz  dts                  http://127.0.0.1:8279  AK v3  ok",
        "drs-bj  drs                  http://127.0.0.1:8280  AK/SK  ok",
      ])
  }

  @Test func `everything that is missing has its line`() async throws {
    let loose = try folder.write("s", mode: 0o644)
    let file = try SettingsFile(
      path: "f.toml",
      text: """
        [[source]]
        name = "dts"
        service = "dts"
        region = "cn-hangzhou"
        access_key_id = { env = "ID" }
        access_key_secret = { env = "SECRET" }
        security_token = { env = "TOKEN" }
        [[source]]
        name = "rm"
        service = "relational-migrator"
        endpoint = "https://rm.example"
        authorization = { file = "\(loose)" }
        ca_file = "/dev/null"
        """)
    let check = try await check(file, ["ID": "id"])
    expectNoDifference(
      check.problems,
      [
        "f.toml:6: source.access_key_secret: the variable SECRET is not set; export it",
        "f.toml:7: source.security_token: the variable TOKEN is not set; export it",
        "f.toml:13: source.ca_file: /dev/null holds no certificate; name a readable PEM file",
      ])
    expectNoDifference(
      check.warnings,
      [
        "f.toml:12: source.authorization: the file \(loose) can be read by others; "
          + "run: chmod 600 \(loose)"
      ])
    #expect(check.sources.isEmpty)
  }

  @Test func `the first configuration is the commented example and stays`() throws {
    let example = Fixture.project.appending(path: "config/migtop.example.toml")
    let path = folder.url.appending(path: "new/migtop/config.toml").path
    let location = SettingsLocation(path: path, origin: .home)
    try SettingsFile.writeExample(to: location)
    expectNoDifference(
      try String(contentsOfFile: path, encoding: .utf8),
      try String(contentsOf: example, encoding: .utf8))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let error = #expect(throws: SettingsError.self) {
      try SettingsFile.writeExample(to: location)
    }
    #expect(
      error?.lines == [
        "\(path): is there already; move it away or name another file with --config"
      ])
  }
}
