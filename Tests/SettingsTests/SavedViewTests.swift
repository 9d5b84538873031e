import Foundation
import MigrationWatch
import Testing
import migtop

/// Views that are saved into the configuration.
struct SavedViewTests {
  private let folder = TemporaryFolder()

  private func save(_ name: String, _ filter: String, into text: String) throws -> String {
    let path = try folder.write(text, mode: 0o600)
    try SettingsFile.save(
      view: name, filter: filter, at: SettingsLocation(path: path, origin: .option),
      environment: [:])
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test(arguments: [
    "", "[poll]\ninterval = \"5s\"\n", "# mine\n[views] # hot ones\nold = \"is:stale\"\n",
    "[views]\nhot = \"is:stale\"\n\n[poll]\ninterval = \"5s\"\n", "[views]\n'hot' = 'x'",
  ]) func `a view is added or changed, and the rest stays`(text: String) throws {
    let filter = "name~^\"a\\b\" or lag>10m"
    let saved = try save("hot", filter, into: text)
    let settings = try SettingsFile(path: "f", text: saved).settings(environment: [:])
    #expect(settings.views["hot"] == filter)
    for line in text.split(separator: "\n") where !line.contains("hot") || line.hasPrefix("[") {
      #expect(saved.contains(line))
    }
  }

  @Test(arguments: [
    "[poll]\ninterval = \"5s\"\n", "# a\u{2028}b\n[views]\nold = \"is:stale\"\nhot = \"x\"\n",
    "[views]", "[poll]\ninterval = \"5s\"",
  ]) func `a file of Windows keeps its ends of lines, and is changed in the same places`(
    text: String
  ) throws {
    let saved = try save("hot", "is:stalled", into: text)
    // A file without an end of a line tells nothing of its kind.
    let windows = try save("hot", "is:stalled", into: text.replacing("\n", with: "\r\n"))
    #expect(windows == (text.contains("\n") ? saved.replacing("\n", with: "\r\n") : saved))
  }

  @Test func `a name with blanks and quotes is kept as it is`() throws {
    let saved = try save("my \"hot\" ones", "is:stale", into: "")
    let settings = try SettingsFile(path: "f", text: saved).settings(environment: [:])
    #expect(settings.views == ["my \"hot\" ones": "is:stale"])
  }

  @Test func `a file that is wrong stays as it was`() throws {
    let text = "[poll]\ninterval = 5\n"
    let path = try folder.write(text, mode: 0o600)
    #expect(throws: SettingsError.self) {
      try SettingsFile.save(
        view: "hot", filter: "is:stale", at: SettingsLocation(path: path, origin: .option),
        environment: [:])
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func `who may read the file does not change, and a link stays one`() throws {
    let path = try folder.write("", mode: 0o640)
    let link = folder.url.appending(path: "link.toml").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    try SettingsFile.save(
      view: "hot", filter: "is:stale", at: SettingsLocation(path: link, origin: .option),
      environment: [:])
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("hot"))
  }
}
