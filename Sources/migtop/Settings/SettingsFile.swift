import class FoundationEssentials.FileManager

/// A settings file that is TOML. Whether it is right shows ``settings(environment:rules:)``.
package struct SettingsFile: Sendable {
  package let path: String
  private let root: SettingsNode

  package init(path: String, text: String) throws(SettingsError) {
    self.path = path
    root = try SettingsDocument.parse(text, file: path)
  }

  /// Reads the file. The error for a missing one says how to write it.
  package init(at location: SettingsLocation) throws(SettingsError) {
    guard location.exists else {
      throw SettingsError(lines: [
        "\(location.path): there is no such file; write one with: \(location.initCommand)"
      ])
    }
    guard let data = FileManager.default.contents(atPath: location.path) else {
      throw SettingsError(lines: [
        "\(location.path): cannot be read; check that it is a file and that you may read it"
      ])
    }
    guard let text = String(validating: data, as: UTF8.self), !text.contains("\0") else {
      throw SettingsError(lines: ["\(location.path): is not a text in UTF-8; write it anew"])
    }
    try self.init(path: location.path, text: text)
  }

  /// What the file says. Throws every mistake, in the order of the lines.
  package func settings(
    environment: [String: String], rules: SettingsRules = .program
  ) throws(SettingsError) -> Settings {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) }
    var paths = SettingsPaths(environment: environment)
    if let folder, path.hasPrefix("/") { paths.folder = folder }
    var decoder = SettingsDecoder(paths: paths, rules: rules)
    let settings = decoder.settings(root)
    guard decoder.problems.isEmpty else {
      let problems = decoder.problems.sorted { ($0.line, $0.key) < ($1.line, $1.key) }
      throw SettingsError(lines: problems.map { $0.line(in: path) })
    }
    return settings
  }

  /// The line of a key of a source, counted from 0; of the source if it has no such key.
  func line(ofSource index: Int, key: String) -> Int {
    guard case .table(let tables) = root.value, case .array(let sources)? = tables["source"]?.value,
      sources.indices.contains(index), case .table(let entries) = sources[index].value
    else { return 1 }
    return entries[key]?.line ?? sources[index].line
  }
}

extension Settings {
  /// Reads and checks the file at a location.
  package static func load(
    from location: SettingsLocation, environment: [String: String],
    rules: SettingsRules = .program
  ) throws(SettingsError) -> Settings {
    try SettingsFile(at: location).settings(environment: environment, rules: rules)
  }
}
