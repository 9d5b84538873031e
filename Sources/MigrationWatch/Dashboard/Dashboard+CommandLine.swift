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
    case .view:
      guard let view = views.first(where: { $0.name == argument }) else {
        throw mistake(Self.unknown("view", argument, among: views.map(\.name)))
      }
      show(view)
    case .save: return save(as: argument)
    case .source, .service, .state:
      let mark = command == .source ? "\"" : ""
      let key = "\(command.rawValue):\(mark)"
      try show(filter: key + argument + mark, from: line.argumentColumn - key.count)
    case .sort: try sort(by: argument, mistake)
    case .columns: try choose(columns: argument, from: line.argumentColumn)
    case .group:
      guard let grouping = FleetGrouping(rawValue: argument) else {
        throw mistake("expected \(command.argument)")
      }
      showFleet()
      setGrouping(grouping)
    case .interval: return try setInterval(argument, mistake)
    case .window:
      guard let window = GraphWindow.allCases.first(where: { $0.name == argument }) else {
        throw mistake("expected \(command.argument)")
      }
      graphWindow = window
    case .graph:
      guard let style = GraphStyle(rawValue: argument) else {
        throw mistake("expected \(command.argument)")
      }
      setGraph(style)
    case .pane: try go(toPane: argument, mistake)
    case .export: return try export(argument, mistake)
    case .at:
      guard let time = Wording.date(timeOfDay: argument, before: now.date) else {
        throw mistake("expected a time of day in UTC, for example 14:02 or 14:02:11")
      }
      lookBack(to: time)
    case .live: goLive()
    case .quit: return [.quit(code: 0)]
    }
    return []
  }

  private typealias Mistake = (String) -> PromptMistake

  /// A job by its id, its name, or `source/id`.
  private mutating func go(toJob text: String, _ mistake: Mistake) throws(PromptMistake) {
    let jobs = shown.fleet.records.values.map(\.job)
    let found = jobs.filter {
      $0.id.native == text || $0.name == text || "\($0.id.source)/\($0.id.native)" == text
    }
    guard let job = found.first else {
      throw mistake(Self.unknown("job", text, among: jobs.map(\.name)))
    }
    guard found.count == 1 else {
      let ids = found.map { "\($0.id.source)/\($0.id.native)" }.sorted().prefix(4)
      throw mistake("\(text) may be \(ids.joined(separator: ", "))")
    }
    select(job.id)
    open(.job(job.id))
  }

  mutating func show(filter text: String, from start: Int) throws(PromptMistake) {
    do throws(FilterError) {
      filter = text.nonBlank == nil ? nil : try FilterExpression(parsing: text)
      showFleet()
    } catch {
      throw PromptMistake(error, from: start)
    }
  }

  private mutating func sort(by text: String, _ mistake: Mistake) throws(PromptMistake) {
    let words = text.split(separator: " ")
    let names = FleetColumn.allCases.map(\.rawValue)
    guard let name = words.first, let column = FleetColumn(rawValue: String(name)) else {
      throw mistake(Self.unknown("column", String(words.first ?? ""), among: names))
    }
    guard words.count == 1 || words.dropFirst() == ["inverted"] else {
      throw mistake("expected a column, and inverted behind it or nothing")
    }
    showFleet()
    sort.column = column
    sort.isInverted = words.count > 1
  }

  private mutating func choose(
    columns text: String, from start: Int
  ) throws(PromptMistake) {
    do throws(FilterError) {
      try setColumns(text.split(separator: ",").map(String.init))
      showFleet()
    } catch {
      throw PromptMistake(error, from: start)
    }
  }

  private mutating func setInterval(
    _ text: String, _ mistake: Mistake
  ) throws(PromptMistake) -> [DashboardEffect] {
    guard let seconds = FilterNumber.lag.value(of: text), (1...3_600).contains(seconds) else {
      throw mistake("expected a time from 1s to 1h")
    }
    interval = .seconds(seconds)
    notice = "every \(Wording.limit(interval))"
    return [.setInterval(interval)]
  }

  private mutating func go(toPane text: String, _ mistake: Mistake) throws(PromptMistake) {
    let panes = Pane.allCases
    guard let pane = panes.first(where: { "\($0.rawValue)" == text || $0.title == text }) else {
      throw mistake(Self.unknown("pane", text, among: panes.map(\.title)))
    }
    guard let job = subjectJob else { throw mistake("there is no job here") }
    open(.job(job))
    show(pane)
  }

  private mutating func export(
    _ text: String, _ mistake: Mistake
  ) throws(PromptMistake) -> [DashboardEffect] {
    let word = text.prefix { !$0.isWhitespace }
    let path = text.dropFirst(word.count).drop(while: \.isWhitespace)
    guard !word.isEmpty else { return export() }
    if let format = ExportFormat(rawValue: String(word)) {
      return export(format, to: String(path).nonBlank)
    }
    guard path.isEmpty else {
      throw mistake(
        Self.unknown("format", String(word), among: ExportFormat.allCases.map(\.rawValue)))
    }
    return export(to: text)
  }

  /// What the arguments of commands can be now.
  var commandValues: [LineCommand: [String]] {
    [
      .goto: Set(shown.fleet.records.values.map(\.job.name)).sorted(),
      .view: views.map(\.name), .source: live.sources.map(\.source.name),
    ]
  }

  private static func unknown(_ kind: String, _ name: String, among known: [String]) -> String {
    let hint = Nearest.name(to: name, among: known).map { "did you mean \($0)?" }
    return "no \(kind) \(name): \(hint ?? "Tab lists what there is")"
  }
}
