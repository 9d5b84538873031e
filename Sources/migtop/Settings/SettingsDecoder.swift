import MigrationAnalysis
import MigrationModel

/// Makes settings of a parsed file and collects every mistake on the way.
///
/// A value that cannot be used is left at its default; the settings count only if ``problems`` is
/// empty at the end.
struct SettingsDecoder {
  let paths: SettingsPaths
  let rules: SettingsRules
  private(set) var problems: [SettingsProblem] = []
  /// The line on which each source name was first given.
  var lineOfName: [String: Int] = [:]

  init(paths: SettingsPaths, rules: SettingsRules) {
    self.paths = paths
    self.rules = rules
  }

  mutating func refuse(_ entry: SettingsEntry, _ text: String) {
    refuse(entry.name, line: entry.node.line, text)
  }

  mutating func refuse(_ key: String, line: Int, _ text: String) {
    problems.append(SettingsProblem(line: line, key: ServiceText.clean(key), text: text))
  }

  mutating func settings(_ root: SettingsNode) -> Settings {
    var settings = Settings()
    guard let table = table(SettingsEntry(name: "", node: root), of: RootKey.self) else {
      return settings
    }
    settings.poll = poll(table[.poll])
    settings.thresholds = thresholds(table[.thresholds])
    settings.display = display(table[.display])
    settings.keys = keys(table[.keys])
    settings.views = views(table[.views])
    settings.sources = sources(table[.source])
    return settings
  }

  private mutating func poll(_ entry: SettingsEntry?) -> Settings.Poll {
    var poll = Settings.Poll()
    guard let table = table(entry, of: PollKey.self) else { return poll }
    read(table[.interval], into: &poll.interval, atLeast: .seconds(1))
    return poll
  }

  private mutating func thresholds(_ entry: SettingsEntry?) -> Thresholds {
    var thresholds = Thresholds()
    guard let table = table(entry, of: ThresholdsKey.self) else { return thresholds }
    read(table[.lagWarning], into: &thresholds.lagWarning)
    read(table[.lagCritical], into: &thresholds.lagCritical)
    read(table[.cutoverLag], into: &thresholds.cutoverLag)
    read(table[.cutoverHold], into: &thresholds.cutoverHold, atLeast: .zero)
    read(table[.trendWindow], into: &thresholds.trendWindow, atLeast: .seconds(15))
    read(table[.stallFloor], into: &thresholds.stallFloor)
    if thresholds.lagCritical < thresholds.lagWarning,
      let entry = table[.lagCritical] ?? table[.lagWarning]
    {
      let (warning, critical) = (thresholds.lagWarning, thresholds.lagCritical)
      refuse(
        entry,
        "lag_critical (\(DurationText.format(critical))) is below lag_warning "
          + "(\(DurationText.format(warning))); make it at least as long")
    }
    return thresholds
  }

  private mutating func display(_ entry: SettingsEntry?) -> Settings.Display {
    var display = Settings.Display()
    guard let table = table(entry, of: DisplayKey.self) else { return display }
    display.theme = word(table[.theme]) ?? display.theme
    return display
  }
}
