extension CommandLine {
  /// What the last word of `text` may become.
  ///
  /// - Parameter values: What the arguments can be now.
  static func completions(for text: String, _ values: [LineCommand: [String]]) -> [String] {
    let name = text.prefix { !$0.isWhitespace }
    guard name.count < text.count else {
      return allNames.filter { $0.hasPrefix(name) }
    }
    guard let command = LineCommand(rawValue: String(name)) else { return [] }
    let argument = argument(of: text)
    if command == .columns { return listed(values[command] ?? command.values, behind: argument) }
    if command == .filter { return FilterExpression.completions(for: argument) }
    return (values[command] ?? command.values).filter {
      $0.lowercased().hasPrefix(argument.lowercased())
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
