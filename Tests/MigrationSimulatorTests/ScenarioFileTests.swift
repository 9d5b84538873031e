import ArgumentParser
import Foundation
import MigrationSimulator
import Testing
import migtop

@Suite struct `A scenario file` {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../config/scenarios").standardizedFileURL

  static let files: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
    return (names ?? []).filter { $0.hasSuffix(".toml") }.sorted()
  }()

  private static func load(_ name: String) throws -> Scenario {
    try ScenarioFile.load(folder.appending(path: name).path(), environment: [:])
  }

  @Test func `The stories that are worth showing are there`() {
    #expect(Self.files.count >= 18)
  }

  @Test(arguments: files)
  func `Each file that comes along is right and says what to look for`(name: String) throws {
    _ = try Self.load(name)
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    #expect(text.hasPrefix("# "))
    #expect(text.contains("Look for:") || name == "all-stories.toml")
  }

  @Test(arguments: Scenario.Service.allCases)
  func `The list of stories names those of the code`(service: Scenario.Service) throws {
    let file = Self.folder.appending(path: "all-stories.toml")
    var names: [String] = []
    var isOfService = false
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if let title = line.wholeMatch(of: #/# ([a-z-]+)(, [a-z]+)?:/#) {
        isOfService = title.1 == service.rawValue
      } else if let entry = line.prefixMatch(of: #/# {3}([a-z-]+) {2}/#), isOfService {
        names.append(String(entry.1))
      }
    }
    #expect(Set(names) == Set(service.storyNames))
    #expect(names.count == service.storyNames.count)
  }

  @Test func `All stories of DTS and DRS are played at once`() throws {
    let played = try Self.load("all-stories.toml").cast.map(\.story)
    for service in [Scenario.Service.dts, .drs] {
      for name in service.storyNames {
        #expect(played.contains { $0 == service.story(named: name) }, "\(name)")
      }
    }
  }

  @Test(arguments: [
    ("speed = \"4\"", "1: speed: is a text; write a number without quotes, such as 10"),
    ("jbos = 3", "1: jbos: is not a known key; correct it (did you mean jobs?)"),
    (
      "[relational-migrator]\nversion = \"1.18.2\"",
      "2: relational-migrator.version: \"1.18.2\" is not known; use one of 1.13, 1.14, 1.14.1, "
    ),
    ("[job]\nservice = \"dts\"", "1: job: is a table; begin each job with [[job]]"),
    ("[[job]]\nservice = \"dts\"", "1: job.story: is missing; add story = \"schema-fails\""),
    (
      "[[job]]\nservice = \"dts\"\nstory = \"steady\"\nfull = \"3m\"",
      "4: job.full: means nothing in this story, which does not go on by itself; take it out"
    ),
    (
      "[[job]]\nservice = \"drs\"\nstory = \"ended\"\nid = \"short\"",
      "4: job.id: \"short\" is no id of drs; see its own documents"
    ),
    (
      "[[job]]\nservice = \"dts\"\nstory = \"steady\"\ndocument = \"none.json\"",
      "4: job.document: belongs to an id; add id = \"…\", as it stands in the document"
    ),
    (
      "[[fault]]\nservice = \"relational-migrator\"\nkind = \"expire\"",
      "3: fault.kind: relational-migrator cannot have the fault expire; it has clockSkew, empty, "
        + "hang, html, reset, serverError, slow, staleScrape, truncate"
    ),
    ("[[fault]]\nkind = \"html\"\nafter = 30", "3: fault.after: is a whole number; write a text"),
  ])
  func `A mistake is told with its line, its key and what to do`(
    text: String, mistake: String
  ) throws {
    let line = try #require(try Self.mistakes(in: text).first)
    #expect(line.hasPrefix(mistake), "\(line)")
  }

  @Test func `A story with a slip is told the nearest name`() throws {
    let text = "[[job]]\nservice = \"dts\"\nstory = \"catch-up\""
    let line = try #require(try Self.mistakes(in: text).first)
    #expect(
      line.hasPrefix("3: job.story: \"catch-up\" is no story of dts (did you mean catches-up?)"))
  }

  @Test func `A second job that runs is refused at Relational Migrator`() throws {
    let job = "[[job]]\nservice = \"relational-migrator\"\nstory = \"waits\"\n"
    #expect(try Self.mistakes(in: job).isEmpty)
    #expect(try Self.mistakes(in: job + job).map { $0.prefix(13) } == ["6: job.story:"])
  }

  @Test func `A document that is no JSON is told with its line`() throws {
    let text = """
      [[job]]
      service = "dts"
      story = "steady"
      id = "a1"
      document = "broken.json"
      """
    let mistakes = try Self.mistakes(in: text, beside: ["broken.json": "{\n\"a\": 1,\n}"])
    #expect(mistakes.first?.contains("broken.json\" is not JSON from its line 3 on") == true)
  }

  private static func mistakes(
    in text: String, beside files: [String: String] = [:]
  ) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files.merging(["s.toml": text], uniquingKeysWith: { first, _ in first }) {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let path = folder.appending(path: "s.toml").path()
    do throws(SettingsError) {
      _ = try ScenarioFile.load(path, environment: [:])
      return []
    } catch {
      return error.lines.map { $0.replacing("\(path):", with: "") }
    }
  }

  @Test func `An option wins over the file, and the file over the default`() throws {
    let file = Self.folder.appending(path: "clean-migration.toml").path()
    let plain = try SimulationOptions.parse(["--scenario", file]).configuration()
    #expect((plain.jobs, plain.speed, plain.seed) == (3, 4, 1))
    let changed = try SimulationOptions.parse(
      ["--scenario", file, "--jobs", "30", "--speed", "9", "--seed", "5"]
    ).configuration()
    #expect((changed.jobs, changed.speed, changed.seed) == (30, 9, 5))
    #expect(changed.scenario.cast.count == 3)
  }
}
