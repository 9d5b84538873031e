import MigrationModel
package import MigrationWatch

import class FoundationEssentials.FileManager

/// A file of remedies: known errors, and what to do about each.
package struct RemediesFile: Hashable, Sendable {
  /// The entries without a mistake.
  package private(set) var entries: [RemedyEntry] = []
  /// One line a mistake: file, line, key, what to do.
  package private(set) var mistakes: [String] = []

  /// - Parameter path: What mistakes begin with.
  package init(path: String, text: String) {
    do throws(SettingsError) {
      let root = try SettingsDocument.parse(text, file: path)
      var decoder = SettingsDecoder(
        paths: SettingsPaths(environment: [:]), rules: SettingsRules())
      entries = decoder.remedies(root)
      mistakes = decoder.problems.sorted { ($0.line, $0.key) < ($1.line, $1.key) }
        .map { $0.line(in: path) }
    } catch {
      mistakes = error.lines
    }
  }

  /// The user's own file; empty if there is none.
  package static func read(at path: String) -> RemediesFile {
    guard FileManager.default.fileExists(atPath: path) else { return RemediesFile() }
    guard let data = FileManager.default.contents(atPath: path) else {
      let advice = "cannot be read; check that it is a file and that you may read it"
      return RemediesFile(mistake: "\(path): \(advice)")
    }
    guard let text = String(validating: data, as: UTF8.self), !text.contains("\0") else {
      return RemediesFile(mistake: "\(path): is not a text in UTF-8; write it anew")
    }
    return RemediesFile(path: path, text: text)
  }

  private init(mistake: String) { mistakes = [mistake] }

  package init() {}

  /// The first mistake and how many more there are; `nil` without any.
  package var notice: String? {
    guard let first = mistakes.first else { return nil }
    return mistakes.count == 1
      ? first : "\(first) (and \(mistakes.count - 1) more: migtop config check)"
  }
}

extension SettingsLocation {
  /// Where the user's own remedies are: beside the configuration.
  package var remediesPath: String {
    let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? "."
    return "\(folder)/remedies.toml"
  }
}
