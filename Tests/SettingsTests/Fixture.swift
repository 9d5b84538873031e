import Foundation
import Testing
import migtop

/// A settings file beside the tests.
struct Fixture: CustomTestStringConvertible, Sendable {
  let url: URL

  var testDescription: String { url.deletingPathExtension().lastPathComponent }

  var text: String { get throws { try String(contentsOf: url, encoding: .utf8) } }

  /// What the first lines say must be printed, without the file's name.
  var expected: [String] {
    get throws {
      try text.split(separator: "\n").prefix { $0.hasPrefix("# expect: ") }
        .map { String($0.dropFirst("# expect: ".count)) }
    }
  }

  func settings(_ environment: [String: String] = [:]) throws -> Settings {
    try SettingsFile(path: "/etc/migtop/config.toml", text: text)
      .settings(environment: environment, rules: rules)
  }

  private var rules: SettingsRules {
    SettingsRules(
      actions: ["refresh", "quit", "next-attention"],
      keys: { $0.filter { $0.value.count > 1 }.mapValues { "\"\($0)\" is not a key" } },
      views: { $0.filter { $0.value.hasPrefix("(") }.mapValues { _ in "has no end" } })
  }

  static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func named(_ name: String) -> Self {
    Self(url: project.appending(path: "Tests/SettingsTests/Valid/\(name).toml"))
  }

  static let invalid: [Self] = {
    let folder = project.appending(path: "Tests/SettingsTests/Invalid")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.path < $1.path }.map { Self(url: $0) }
  }()
}
