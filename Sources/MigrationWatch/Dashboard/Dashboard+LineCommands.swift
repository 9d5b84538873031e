import MigrationModel

/// The commands behind `:` that take an argument.
extension Dashboard {
  /// What is wrong with an argument, in words, at its column.
  typealias Mistake = (String) -> PromptMistake

  /// A job by its id, its name, or `source/id`.
  mutating func go(toJob text: String, _ mistake: Mistake) throws(PromptMistake) {
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

  mutating func show(viewNamed name: String, _ mistake: Mistake) throws(PromptMistake) {
    guard let view = views.first(where: { $0.name == name }) else {
      throw mistake(Self.unknown("view", name, among: views.map(\.name)))
    }
    show(view)
  }

  /// The jobs of a source, of a service, or in some states: a filter of one word.
  mutating func show(
    jobsOf command: LineCommand, _ line: CommandLine
  ) throws(PromptMistake) {
    let mark = command == .source ? "\"" : ""
    let key = "\(command.rawValue):\(mark)"
    try show(filter: key + line.argument + mark, from: line.argumentColumn - key.count)
  }

  mutating func sort(by text: String, _ mistake: Mistake) throws(PromptMistake) {
    let words = text.split(separator: " ")
    let names = FleetColumn.allCases.map(\.rawValue)
    guard let name = words.first, let column = FleetColumn(named: String(name)) else {
      throw mistake(Self.unknown("column", String(words.first ?? ""), among: names))
    }
    guard words.count == 1 || words.dropFirst() == ["inverted"] else {
      throw mistake("expected a column, and inverted behind it or nothing")
    }
    showFleet()
    sort.column = column
    sort.isInverted = words.count > 1
  }

  mutating func choose(
    columns text: String, from start: Int
  ) throws(PromptMistake) {
    do throws(FilterError) {
      try setColumns(text.split(separator: ",").map(String.init))
      showFleet()
    } catch {
      throw PromptMistake(error, from: start)
    }
  }

  mutating func group(by text: String, _ mistake: Mistake) throws(PromptMistake) {
    guard let grouping = FleetGrouping(rawValue: text) else {
      throw mistake("expected \(LineCommand.group.argument)")
    }
    showFleet()
    setGrouping(grouping)
  }

  mutating func setInterval(
    _ text: String, _ mistake: Mistake
  ) throws(PromptMistake) -> [DashboardEffect] {
    guard let seconds = FilterNumber.lag.value(of: text), (1...3_600).contains(seconds) else {
      throw mistake("expected a time from 1s to 1h")
    }
    interval = .seconds(seconds)
    notice = "every \(Wording.limit(interval))"
    return [.setInterval(interval)]
  }

  mutating func setWindow(_ text: String, _ mistake: Mistake) throws(PromptMistake) {
    guard let window = GraphWindow.allCases.first(where: { $0.name == text }) else {
      throw mistake("expected \(LineCommand.window.argument)")
    }
    graphWindow = window
  }

  mutating func setGraph(_ text: String, _ mistake: Mistake) throws(PromptMistake) {
    guard let style = GraphStyle(rawValue: text) else {
      throw mistake("expected \(LineCommand.graph.argument)")
    }
    setGraph(style)
  }

  mutating func lookBack(to text: String, _ mistake: Mistake) throws(PromptMistake) {
    guard let time = Wording.date(timeOfDay: text, before: now.date) else {
      throw mistake("expected a time of day in UTC, for example 14:02 or 14:02:11")
    }
    lookBack(to: time)
  }

  mutating func go(toPane text: String, _ mistake: Mistake) throws(PromptMistake) {
    let panes = Pane.allCases
    guard let pane = panes.first(where: { "\($0.rawValue)" == text || $0.title == text }) else {
      throw mistake(Self.unknown("pane", text, among: panes.map(\.title)))
    }
    guard let job = subjectJob else { throw mistake("there is no job here") }
    open(.job(job))
    show(pane)
  }

  mutating func export(
    _ text: String, _ mistake: Mistake
  ) throws(PromptMistake) -> [DashboardEffect] {
    let word = text.prefix { !$0.isWhitespace }
    let path = text.dropFirst(word.count).drop(while: \.isWhitespace)
    guard !word.isEmpty else { return export() }
    if let format = ExportFormat(rawValue: String(word)) {
      let other = ExportFormat(path: path)
      guard other == nil || other == format else {
        throw mistake("\(path) is no name for \(word): another ending, or :export \(path)")
      }
      return export(format, to: String(path).nonBlank)
    }
    guard path.isEmpty else {
      throw mistake(
        Self.unknown("format", String(word), among: ExportFormat.allCases.map(\.rawValue)))
    }
    return export(ExportFormat(path: text), to: text)
  }

  private static func unknown(_ kind: String, _ name: String, among known: [String]) -> String {
    let hint = Nearest.name(to: name, among: known).map { "did you mean \($0)?" }
    return "no \(kind) \(name): \(hint ?? "Tab lists what there is")"
  }
}
