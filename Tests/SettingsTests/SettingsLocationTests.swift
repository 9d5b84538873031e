import Testing
import migtop

struct SettingsLocationTests {
  /// What a user may set, and where that leads.
  struct Case: Sendable {
    var option: String?
    var variable: String?
    var folder: String?
    let expected: SettingsLocation

    init(
      option: String? = nil, variable: String? = nil, folder: String? = nil,
      _ path: String, _ origin: SettingsLocation.Origin
    ) {
      self.option = option
      self.variable = variable
      self.folder = folder
      expected = SettingsLocation(path: path, origin: origin)
    }
  }

  @Test(arguments: [
    Case(option: "~/a.toml", variable: "/b.toml", folder: "/xdg", "/home/me/a.toml", .option),
    Case(variable: "$HOME/b.toml", folder: "/xdg", "/home/me/b.toml", .variable),
    Case(variable: "", folder: "/xdg", "/xdg/migtop/config.toml", .configurationFolder),
    Case(folder: "relative", "/home/me/.config/migtop/config.toml", .home),
    Case("/home/me/.config/migtop/config.toml", .home),
  ])
  func `the first place that is named counts`(_ places: Case) throws {
    var environment = ["HOME": "/home/me"]
    environment["MIGTOP_CONFIG"] = places.variable
    environment["XDG_CONFIG_HOME"] = places.folder
    let location = try SettingsLocation.find(option: places.option, environment: environment)
    #expect(location == places.expected)
  }

  @Test func `a path with an unset variable is refused`() {
    let error = #expect(throws: SettingsError.self) {
      try SettingsLocation.find(option: "$NOPE/a.toml", environment: [:])
    }
    #expect(
      error?.lines == ["--config: $NOPE is not set; set it or write the path without it"])
  }
}
