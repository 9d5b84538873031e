/// The keys of each view for the footer, by what they do and whatever they are bound to.
extension DashboardViewModel {
  /// Commands that belong together and the one label of their keys: `( ) window`.
  private typealias KeyGroup = (commands: [Command], label: String)

  var viewHints: [Hint] {
    let past = dashboard.pastMoment == nil ? [] : Self.pastGroups
    let taken = Set(past.flatMap(\.commands))
    let others = Self.groups(of: place.view.kind).filter { taken.isDisjoint(with: $0.commands) }
    return (past + others).compactMap(hint)
  }

  /// The first key of each command; `nil` where none of them has one.
  private func hint(of group: KeyGroup) -> Hint? {
    let keys = group.commands.compactMap(dashboard.settings.keys.keyName)
    guard !keys.isEmpty else { return nil }
    return Hint(key: keys.joined(separator: " "), label: group.label)
  }

  /// While somebody looks back, the way through time and out of it stands first.
  private static let pastGroups: [KeyGroup] = [
    ([.stepBack, .stepForward], "earlier, later"), ([.minuteBack, .minuteForward], "a minute"),
    ([.pause], "live"), ([.help], "help"),
  ]

  private static func groups(of view: DashboardView.Kind) -> [KeyGroup] {
    switch view {
    case .fleet: fleetGroups
    case .job: jobGroups
    case .steps: stepGroups
    case .errors: errorListGroups
    case .error: errorGroups
    case .json: jsonGroups
    case .events: eventGroups
    case .sources: sourceGroups
    }
  }

  private static let fleetGroups: [KeyGroup] = [
    ([.open], "open"), ([.filter], "filter"), ([.errors], "errors"), ([.events], "events"),
    ([.sources], "sources"), ([.pause], "pause"), ([.help], "help"), ([.back], "quit"),
    ([.sort], "sort"), ([.steps], "steps"), ([.attention], "attention"), ([.refresh], "refresh"),
    ([.preview], "preview"), ([.stepBack, .stepForward], "time"), ([.commandLine], "command"),
  ]

  private static let jobGroups: [KeyGroup] = [
    ([.nextPane], "pane"), ([.zoom], "zoom"), ([.steps], "steps"),
    ([.shorterGraph, .longerGraph], "window"), ([.stepBack, .stepForward], "time"),
    ([.pause], "pause"), ([.close], "back"), ([.help], "help"), ([.open], "detail"),
    ([.errors], "errors"), ([.refresh], "refresh"), ([.json], "JSON"), ([.copy], "copy"),
    ([.export], "export"), ([.acknowledge], "acknowledge"), ([.bell], "bell"),
  ]

  private static let stepGroups: [KeyGroup] = [
    ([.fold, .unfold], "fold, open"), ([.nextMatch], "next failed"), ([.open], "detail"),
    ([.follow], "follow"), ([.filter], "find"), ([.close], "back"), ([.help], "help"),
    ([.foldAll, .unfoldAll], "all"), ([.copy], "copy path"), ([.export], "export"),
    ([.refresh], "refresh"),
  ]

  private static let errorListGroups: [KeyGroup] = [
    ([.open], "open"), ([.nextMatch, .previousMatch], "active"), ([.filter], "find"),
    ([.pause], "pause"), ([.close], "back"), ([.help], "help"), ([.copy], "copy"),
    ([.export], "export"), ([.refresh], "refresh"),
  ]

  private static let errorGroups: [KeyGroup] = [
    ([.down, .up], "scroll"), ([.nextMatch, .previousMatch], "error"), ([.filter], "find"),
    ([.copy], "copy"), ([.pager], "pager"), ([.wrap], "wrap"), ([.close], "back"),
    ([.help], "help"), ([.export], "export"), ([.copyJSON], "copy as JSON"),
  ]

  private static let jsonGroups: [KeyGroup] = [
    ([.down, .up], "scroll"), ([.filter], "find"), ([.nextMatch, .previousMatch], "match"),
    ([.copy], "copy"), ([.pager], "pager"), ([.close], "back"), ([.help], "help"),
    ([.export], "export"),
  ]

  private static let eventGroups: [KeyGroup] = [
    ([.open], "that moment"), ([.filter], "filter"), ([.nextMatch, .previousMatch], "grave"),
    ([.follow], "follow"), ([.pause], "pause"), ([.close], "back"), ([.help], "help"),
    ([.copy], "copy"), ([.export], "export"), ([.bell], "bell"),
  ]

  private static let sourceGroups: [KeyGroup] = [
    ([.open], "jobs"), ([.refresh], "try now"), ([.slower, .faster], "slower, faster"),
    ([.pause], "pause"), ([.close], "back"), ([.help], "help"), ([.copy], "copy"),
    ([.export], "export"),
  ]
}
