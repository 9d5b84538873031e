import class FoundationEssentials.FileManager

/// Which file holds the settings, and who said so.
package struct SettingsLocation: Hashable, Sendable {
  package enum Origin: String, CaseIterable, Hashable, Sendable {
    case option = "--config"
    case variable = "$MIGTOP_CONFIG"
    case configurationFolder = "$XDG_CONFIG_HOME"
    case home = "~/.config"
  }

  /// Absolute.
  package let path: String
  package let origin: Origin

  package init(path: String, origin: Origin) {
    self.path = path
    self.origin = origin
  }

  /// The first place that is named, whether or not a file is there.
  ///
  /// An empty variable counts as not set, and so does a relative `XDG_CONFIG_HOME`, as the XDG
  /// specification wants it.
  package static func find(
    option: String?, environment: [String: String]
  ) throws(SettingsError) -> Self {
    let paths = SettingsPaths(environment: environment)
    if let option { return try Self(expanding: option, by: paths, origin: .option) }
    if let path = environment["MIGTOP_CONFIG"], !path.isEmpty {
      return try Self(expanding: path, by: paths, origin: .variable)
    }
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return Self(path: folder + "/migtop/config.toml", origin: .configurationFolder)
    }
    return try Self(expanding: "~/.config/migtop/config.toml", by: paths, origin: .home)
  }

  private init(
    expanding text: String, by paths: SettingsPaths, origin: Origin
  ) throws(SettingsError) {
    do throws(SettingsPaths.UnknownVariable) {
      self.init(path: try paths.resolve(text), origin: origin)
    } catch {
      throw SettingsError(lines: ["\(origin.rawValue): \(error.text)"])
    }
  }

  package var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// The command that writes a file here.
  package var initCommand: String {
    origin == .option ? "migtop config init --config \(path)" : "migtop config init"
  }
}
