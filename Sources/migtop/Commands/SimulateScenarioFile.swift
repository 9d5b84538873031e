import class FoundationEssentials.FileManager
package import MigrationSimulator

/// Reads scenario files.
package enum ScenarioFile {
  /// Throws every mistake, one line each: file, line, key, what to do.
  package static func load(
    _ path: String, environment: [String: String]
  ) throws(SettingsError) -> Scenario {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SettingsError(lines: ["\(path): there is no such file, or you may not read it"])
    }
    guard let text = String(validating: data, as: UTF8.self), !text.contains("\0") else {
      throw SettingsError(lines: ["\(path): is not a text in UTF-8; write it anew"])
    }
    return try scenario(text, path: path, environment: environment)
  }

  private static func scenario(
    _ text: String, path: String, environment: [String: String]
  ) throws(SettingsError) -> Scenario {
    let root = try SettingsDocument.parse(text, file: path)
    var paths = SettingsPaths(environment: environment)
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    paths.folder = path.hasPrefix("/") ? folder : "\(paths.folder)/\(folder)"
    var decoder = SettingsDecoder(paths: paths, rules: SettingsRules())
    let scenario = decoder.scenario(root)
    guard decoder.problems.isEmpty else {
      let problems = decoder.problems.sorted { ($0.line, $0.key) < ($1.line, $1.key) }
      throw SettingsError(lines: problems.map { $0.line(in: path) })
    }
    return scenario
  }
}
