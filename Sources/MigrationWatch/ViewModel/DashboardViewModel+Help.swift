/// The help: what the keys do now, what can be typed, and what the signs mean.
extension DashboardViewModel {
  package struct HelpEntry: Hashable, Sendable {
    /// Keys, or what is typed.
    package let keys: String
    package let label: String
    /// Why it does nothing in the view behind the help; `nil` if it does.
    package let refusal: String?

    /// The same with the keys as a terminal can show them.
    package func spelled(_ spell: (String) -> String) -> Self {
      Self(keys: spell(keys), label: label, refusal: refusal)
    }

    func contains(_ pattern: TextPattern) -> Bool {
      pattern.matches(keys) || pattern.matches(label)
    }
  }

  package struct HelpSection: Hashable, Sendable {
    package let title: String
    package let entries: [HelpEntry]

    package init(title: String, entries: [HelpEntry]) {
      self.title = title
      self.entries = entries
    }
  }

  /// The keys, a section a group. Keys that belong together share an entry.
  package var helpKeys: [HelpSection] {
    KeyBinding.Group.allCases.map { group in
      HelpSection(title: group.rawValue, entries: entries(of: group))
    }
  }

  private func entries(of group: KeyBinding.Group) -> [HelpEntry] {
    var entries: [HelpEntry] = []
    var rest = dashboard.settings.keys.bindings.filter { $0.group == group }[...]
    while let binding = rest.first {
      let together = rest.prefix {
        $0 == binding || ($0.shared != nil && $0.shared == binding.shared)
      }
      rest = rest.dropFirst(together.count)
      entries.append(entry(Array(together)))
    }
    if group == .move {
      entries.append(HelpEntry(keys: "1-6", label: "pane n", refusal: paneRefusal))
    }
    return entries
  }

  private func entry(_ bindings: [KeyBinding]) -> HelpEntry {
    // All first keys, then all second ones: `j k ↓ ↑`.
    let longest = bindings.map(\.keys.count).max() ?? 0
    let keys = (0..<longest).flatMap { index in
      bindings.compactMap { $0.keys.indices.contains(index) ? $0.keys[index].name : nil }
    }
    let refusal = bindings.compactMap { $0.command.refusal(in: place.view) }.first
    let label = bindings.first.map { $0.shared ?? $0.label } ?? ""
    return HelpEntry(keys: keys.joined(separator: " "), label: label, refusal: refusal)
  }

  private var paneRefusal: String? { Command.zoom.refusal(in: place.view) }

  /// What else there is to know, in words.
  package var helpTexts: [HelpSection] {
    [
      HelpSection(title: "SIGNS", entries: Self.signs.map(Self.entry)),
      HelpSection(title: title("FILTER", .filter), entries: Self.filterForms.map(Self.entry)),
      HelpSection(
        title: title("COMMAND LINE", .commandLine),
        entries: LineCommand.allCases.map {
          HelpEntry(keys: "\($0.rawValue) \($0.argument)", label: $0.meaning, refusal: nil)
        } + [Self.entry(("refresh …", "and every action by its name in [keys]"))]),
    ]
  }

  /// With the key that opens it, if it has one.
  private func title(_ words: String, _ command: Command) -> String {
    dashboard.settings.keys.keyName(of: command).map { "\(words)  \($0)" } ?? words
  }

  /// Everything that holds what is searched for.
  package func helpEntries(matching text: String) -> [HelpEntry] {
    let pattern = TextPattern.containing(text)
    return (helpKeys + helpTexts).flatMap { section in
      section.entries.filter { pattern.matches(section.title) || $0.contains(pattern) }
    }
  }

  private static func entry(_ pair: (String, String)) -> HelpEntry {
    HelpEntry(keys: pair.0, label: pair.1, refusal: nil)
  }

  private static let signs = [
    ("STATE", "> RUN  ! WARN  X FAIL  ~ STAL data too old  % STALL fresh, nothing moves"),
    ("", "= PAUS  . PEND  * DONE  # STOP  ? UNKN   row » cursor · marked v acked"),
    ("LAG", "= steady  v catching up  ^ falling behind  i idle  f frozen  blank unknown"),
    ("PROG", "~61% of an estimate  >99% past it  - open-ended   ETA 38m-51m  - never known"),
    ("AGE", "of the reading; STAL after 3 polls and 1m   CUT ready, no, ? unknown, - none"),
    ("MODE", "LIVE  PAUSED screen held, polling goes on  PAST 14:02:11Z looking back"),
  ]

  private static let filterForms = [
    ("words", "in any column; \"quoted text\"; /regular expression/"),
    ("state: phase: service:", "one of several: state:failed,warning"),
    ("source: name~", "source:rm-lab  name~^ord  name=orders"),
    ("lag> progress< rate<", "with units: lag>10m  progress<50%  rate<1k"),
    ("age> eta< errors>", "age>30s  eta<1h  errors>0"),
    ("is:", FilterFlag.allCases.map(\.rawValue).joined(separator: "  ")),
    ("- ! or ( )", "-state:done  !is:acked  a or b  (a or b) c; a blank means and"),
  ]
}
