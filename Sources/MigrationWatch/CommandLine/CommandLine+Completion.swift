extension CommandLine {
  /// What the last word of `text` may become.
  ///
  static func completions(for text: String, _ known: KnownNames) -> [String] {
    let name = text.prefix { !$0.isWhitespace }
    guard name.count < text.count else {
      return allNames.filter { $0.hasPrefix(name) }
    }
    guard let command = LineCommand(rawValue: String(name)) else { return [] }
    let argument = argument(of: text)
    switch command {
    case .columns: return listed(command.values, behind: argument)
    case .filter:
      return FilterExpression.completions(for: argument, values: [.source: known.sources])
    case .goto: return known.jobs(argument)
    case .view: return known.views.filter { $0.begins(with: argument) }
    case .source: return known.sources.filter { $0.begins(with: argument) }
    case .find, .save, .service, .state, .sort, .group, .interval, .window, .graph, .pane,
      .export, .at, .live, .quit:
      return command.values.filter { $0.begins(with: argument) }
    }
  }

  /// The names that may stand last in a list, with those before them.
  private static func listed(_ names: [String], behind argument: String) -> [String] {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let fixed = argument.dropLast(parts.last?.count ?? 0)
    return names.filter { $0.hasPrefix(parts.last ?? "") && !parts.dropLast().contains($0[...]) }
      .map { fixed + $0 }
  }

  /// `text` with `completion` in place of what is begun. A name that needs more gets a blank behind it.
  static func completing(_ text: String, with completion: String) -> String {
    let name = text.prefix { !$0.isWhitespace }
    guard name.count < text.count else {
      let needsMore = LineCommand(rawValue: completion).map { !$0.argument.isEmpty } ?? false
      return needsMore ? completion + " " : completion
    }
    let argument = argument(of: text)
    return text.dropLast(argument.count)
      + (name == LineCommand.filter.rawValue
        ? FilterExpression.completing(argument, with: completion) : completion)
  }

  private static func argument(of text: String) -> String {
    String(text.drop { !$0.isWhitespace }.drop(while: \.isWhitespace))
  }
}

/// What a line can name at the moment.
struct KnownNames {
  let sources: [String]
  let views: [String]
  /// Of the jobs whose names begin with a text, in their order. There may be too many to name them all.
  let jobs: (_ beginning: String) -> [String]
}

extension String {
  /// Whatever the case.
  func begins(with beginning: String) -> Bool {
    lowercased().hasPrefix(beginning.lowercased())
  }
}

extension LineCommand {
  /// What the argument can be at any time.
  fileprivate var values: [String] {
    switch self {
    case .service: FilterWord.service.vocabulary
    case .state: FilterWord.state.vocabulary
    case .sort: FleetColumn.allCases.map(\.rawValue)
    case .columns: FleetColumn.allCases.map(\.rawValue)
    case .group: FleetGrouping.allCases.map(\.rawValue)
    case .interval: ["1s", "2s", "5s", "10s", "30s", "1m", "5m"]
    case .window: GraphWindow.allCases.map(\.name)
    case .graph: GraphStyle.allCases.map(\.rawValue)
    case .pane: Pane.allCases.map(\.title)
    case .export: ExportFormat.allCases.map(\.rawValue)
    case .goto, .filter, .find, .view, .save, .source, .at, .live, .quit: []
    }
  }
}
