import CustomDump
import Foundation
import MigrationAPI
import MigrationModel
import Testing
import migtop

struct SecretReaderTests {
  private let reader: SecretReader
  private let hasty: SecretReader
  private let folder = TemporaryFolder()

  init() throws {
    let settings = try Fixture.named("services").settings(["HOME": "/home/me"])
    let environment = [
      "SK": "s3cret-value", "EMPTY": "", "OTHER": "seen", "PATH": "/usr/bin:/bin",
      "TWO": "a\r\nX-Header: b",
    ]
    reader = SecretReader(settings: settings, environment: environment, timeLimit: .seconds(60))
    hasty = SecretReader(settings: settings, environment: environment, timeLimit: .milliseconds(1))
  }

  private func message(_ reference: SecretReference) async -> String? {
    let error = await #expect(throws: ProviderError.self) { try await reader.read(reference) }
    #expect(error?.kind == .unauthorised)
    #expect(error?.message.contains("s3cret") == false)
    return error?.message
  }

  @Test func `a secret is read from a variable, a file and a command`() async throws {
    let path = try folder.write("s3cret-value\r\n", mode: 0o600)
    let command = ["sh", "-c", "echo s3cret-value; exec sleep 0"]
    for reference in [SecretReference.environment("SK"), .file(path), .command(command)] {
      #expect(try await reader.read(reference) == Secret("s3cret-value"))
    }
    #expect(reader.warning(about: .file(path)) == nil)
  }

  @Test func `a variable that does not help is named`() async {
    #expect(await message(.environment("NOPE")) == "the variable NOPE is not set; export it")
    #expect(
      await message(.environment("EMPTY")) == "the variable EMPTY is empty; put the secret there")
    #expect(
      await message(.environment("TWO"))
        == "the variable TWO holds more than one line; put the secret there alone")
  }

  @Test func `a file that does not help is named`() async throws {
    let empty = try folder.write("\n", mode: 0o600)
    #expect(await message(.file(empty)) == "the file \(empty) is empty; put the secret there")
    #expect(
      await message(.file("/nowhere/x"))
        == "the file /nowhere/x cannot be read; check that it is there and yours")
    #expect(await message(.file("/"))?.hasPrefix("the file / cannot be read") == true)
  }

  @Test(arguments: [0o640, 0o604])
  func `a file that others can read is used with a warning`(_ mode: Int) async throws {
    let path = try folder.write("s3cret-value", mode: mode)
    #expect(try await reader.read(.file(path)) == Secret("s3cret-value"))
    #expect(
      reader.warning(about: .file(path))
        == "the file \(path) can be read by others; run: chmod 600 \(path)")
  }

  @Test(arguments: [
    (["sh", "-c", "echo s3cret; exit 3"], "sh ended with exit code 3; run it by hand"),
    (["sh", "-c", "echo s3cret; kill -9 $$"], "sh was ended by signal 9"),
    (["true"], "true is empty; put the secret there"),
    (["no-such-program", "s3cret"], "no-such-program is not found; check its name and PATH"),
    (["/etc/passwd"], "/etc/passwd cannot be started; check that it may be run"),
  ])
  func `a command that does not help is named, not quoted`(
    words: [String], complaint: String
  ) async {
    #expect(await message(.command(words)) == "the command \(complaint)")
  }

  @Test func `a command sees no secret of the configuration`() async throws {
    let seen = try await reader.read(.command(["sh", "-c", "echo \"${SK-none} $OTHER\""]))
    #expect(seen == Secret("none seen"))
  }

  @Test func `a command that hangs is given up`() async throws {
    let error = await #expect(throws: ProviderError.self) {
      try await hasty.read(.command(["sh", "-c", "sleep 3600 & sleep 3600"]))
    }
    #expect(error?.message == "the command sh did not end within 1ms; run it by hand")
  }

  @Test(.timeLimit(.minutes(1)))
  func `a daemon that keeps the output open is not waited for`() async throws {
    let file = try folder.write("the daemon ends when this file is gone", mode: 0o600)
    let daemon = """
      for fd in {3..255}; do eval "exec $fd>&-"; done; while [ -e \(file) ]; do sleep 0.1; done
      """
    let secret = try await reader.read(.command(["bash", "-c", "(\(daemon)) & echo s3cret"]))
    #expect(secret == Secret("s3cret"))
  }

  @Test func `secrets never show`() async throws {
    let secret = try await reader.read(.environment("SK"))
    var dump = ""
    customDump(secret, to: &dump)
    customDump([DTSCredentials(accessKeyID: "id", accessKeySecret: secret)], to: &dump)
    Swift.dump(secret, to: &dump)
    dump += "\(secret)" + String(reflecting: [secret]) + String(describing: Optional(secret))
    #expect(!dump.isEmpty && !dump.contains("s3cret"))
  }

  @Test func `a source's secrets come together`() async throws {
    let endpoint = try #require(BaseURL("https://drs.example"))
    let access = DRSAccess(
      region: "cn-north-4", projectID: "0123456789abcdef0123456789abcdef", endpoint: endpoint,
      identityEndpoint: endpoint,
      authentication: .password(user: "u", domain: "d", password: .environment("SK")))
    let credentials = try await access.secrets(from: reader).read()
    #expect(credentials == .password(user: "u", domain: "d", password: Secret("s3cret-value")))
  }
}
