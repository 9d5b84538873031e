/// A command of the `:` line that takes an argument or has no key. The raw value is what is typed.
///
/// The names of all keys' actions (``Command``) can be typed too.
package enum LineCommand: String, CaseIterable, Hashable, Sendable {
  case goto, filter, find, view, save, source, service, state, sort, columns, group, interval,
    window, graph, pane, export
  case at, live
  case quit

  /// What stands behind the name, in brackets where it may be missing; empty for nothing.
  package var argument: String {
    switch self {
    case .goto: "JOB"
    case .filter: "[FILTER]"
    case .find: "TEXT"
    case .view, .save: "NAME"
    case .source: "NAME"
    case .service: "rm|dts|drs"
    case .state: "STATE,…"
    case .sort: "COLUMN [inverted]"
    case .columns: "[NAME,…]"
    case .group: FleetGrouping.allCases.map(\.rawValue).joined(separator: "|")
    case .interval: "TIME"
    case .window: GraphWindow.allCases.map(\.name).joined(separator: "|")
    case .graph: GraphStyle.allCases.map(\.rawValue).joined(separator: "|")
    case .pane: "1-6"
    case .export: "[csv|json|markdown|text] [FILE]"
    case .at: "HH:MM[:SS]"
    case .live, .quit: ""
    }
  }

  package var meaning: String {
    switch self {
    case .goto: "open the job with that name or id"
    case .filter: "show the jobs that match; without a filter all"
    case .find: "look for a text in this view"
    case .view: "show a saved view"
    case .save: "keep the filter under a name"
    case .source: "show the jobs of a source"
    case .service: "show the jobs of a service"
    case .state: "show the jobs in these states"
    case .sort: "sort the fleet"
    case .columns: "show these columns; without names those that fit"
    case .group: "put the jobs under headings"
    case .interval: "poll that often"
    case .window: "how far back graphs look"
    case .graph: "draw graphs in these characters"
    case .pane: "go to a pane of the job"
    case .export: "write what is shown into a file"
    case .at: "look back at a time, in UTC"
    case .live: "show what the sources tell now"
    case .quit: "end migtop"
    }
  }

  var needsArgument: Bool { !argument.isEmpty && !argument.hasPrefix("[") }
}
