import MigrationModel

/// What a view shows, ready to be written in any form.
struct ExportDocument {
  /// For the file's name: letters, digits and `-`.
  let name: String
  let content: String
  private let rows: Rows
  /// Where a table would tear a long text apart.
  private var plain: String?

  private enum Rows {
    /// As a table, or as documents that say more: made when the form is known.
    case jobs([JobReport])
    case table(ExportTable)
  }

  private init(_ name: String, _ content: String, _ rows: Rows) {
    self.name = String(
      name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(40))
    self.content = content
    self.rows = rows
  }

  func text(_ format: ExportFormat) throws -> String {
    switch format {
    case .csv: table.csv
    case .markdown: table.markdown
    case .text: plain ?? table.text
    case .json: try json
    }
  }

  private var table: ExportTable {
    switch rows {
    case .jobs(let reports): JobTable.table(reports)
    case .table(let table): table
    }
  }

  private var json: String {
    get throws {
      switch rows {
      case .jobs(let reports): try StatusJSON.text(reports.map(StatusJob.init))
      case .table(let table): try StatusJSON.text(table.records)
      }
    }
  }

  static func jobs(_ reports: [JobReport], named name: String) -> Self {
    Self(name, count(reports.count, "job"), .jobs(reports))
  }

  static func errors(_ errors: [JobError], of id: Job.ID) -> Self {
    let rows = errors.map { error -> [ExportTable.Value] in
      [
        .text(error.at.flatMap(Wording.rfc3339)), .truth(error.isActive), .text(error.code),
        .text(error.path.joined(separator: " > ")),
        .text(error.locations.joined(separator: ", ")), .text(error.message), .text(error.help),
      ]
    }
    var document = Self(
      "\(id.native)-errors", count(errors.count, "error"),
      .table(
        ExportTable(
          heading: ["at", "active", "code", "path", "location", "message", "help"], values: rows)))
    document.plain = errors.map { error in
      let head = [error.at.flatMap(Wording.rfc3339), error.code].compactMap(\.self)
      return head.joined(separator: " ") + "\n" + error.message + "\n"
    }.joined(separator: "\n")
    return document
  }

  static func events(_ events: [FleetEvent]) -> Self {
    let rows = events.map { event -> [ExportTable.Value] in
      [
        .text(Wording.rfc3339(event.time)), .text(event.source), .text(event.job?.native),
        .text(event.name), .text(event.kind.rawValue), .text(event.state.name),
        .number(event.times), .text(event.text),
      ]
    }
    return Self(
      "events", count(events.count, "event"),
      .table(
        ExportTable(
          heading: ["at", "source", "job", "name", "kind", "state", "times", "text"], values: rows))
    )
  }

  static func sources(_ sources: [SourceReport]) -> Self {
    let rows = sources.map { source -> [ExportTable.Value] in
      [
        .text(source.name), .text(source.state.source.service.rawValue),
        .text(source.state.health.rawValue),
        .text(source.state.lastSuccess.flatMap { Wording.rfc3339($0.date) }),
        .text(source.state.source.endpoint), .text(source.state.errorText),
      ]
    }
    return Self(
      "sources", count(sources.count, "source"),
      .table(
        ExportTable(
          heading: ["name", "service", "health", "lastSuccessAt", "endpoint", "error"], values: rows
        ))
    )
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
