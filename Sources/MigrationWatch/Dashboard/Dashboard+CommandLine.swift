import MigrationModel

/// What a line behind `:` does.
extension Dashboard {
  mutating func execute(_ text: String) throws(PromptMistake) -> [DashboardEffect] {
    // `:state:failed` is a filter that somebody types where the commands are.
    if text.prefix(while: { !$0.isWhitespace }).contains(":") {
      try show(filter: text, from: 0)
      return []
    }
    guard let line = try CommandLine(parsing: text) else { return [] }
    switch line.name {
    case .action(let command):
      if let refusal = command.refusal(in: place.view) {
        throw PromptMistake(column: 0, message: "\(command.rawValue) \(refusal)")
      }
      return run(command)
    case .line(let command): return try execute(command, line)
    }
  }

  private mutating func execute(
    _ command: LineCommand, _ line: CommandLine
  ) throws(PromptMistake) -> [DashboardEffect] {
    let argument = line.argument
    func mistake(_ message: String) -> PromptMistake {
      PromptMistake(column: line.argumentColumn, message: message)
    }
    switch command {
    case .goto: try go(toJob: argument, mistake)
    case .filter: try show(filter: argument, from: line.argumentColumn)
    case .find:
      guard searchPurpose == .find else { throw mistake("there is no text to search here") }
      find(argument)
    case .view: try show(viewNamed: argument, mistake)
    case .save: return save(as: argument)
    case .source, .service, .state: try show(jobsOf: command, line)
    case .sort: try sort(by: argument, mistake)
    case .columns: try choose(columns: argument, from: line.argumentColumn)
    case .group: try group(by: argument, mistake)
    case .interval: return try setInterval(argument, mistake)
    case .window: try setWindow(argument, mistake)
    case .graph: try setGraph(argument, mistake)
    case .pane: try go(toPane: argument, mistake)
    case .export: return try export(argument, mistake)
    case .at: try lookBack(to: argument, mistake)
    case .live: goLive()
    case .quit: return [.quit(code: 0)]
    }
    return []
  }
}
