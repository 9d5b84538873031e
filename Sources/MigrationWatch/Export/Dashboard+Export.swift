import MigrationModel

/// Writing what a view shows into a file.
extension Dashboard {
  /// - Parameters:
  ///   - format: `nil` for what suits the view.
  ///   - path: `nil` for a name of its own, with the moment that is shown, in the current folder.
  mutating func export(
    _ format: ExportFormat? = nil, to path: String? = nil
  ) -> [DashboardEffect] {
    let format = format ?? usualFormat
    let document = document
    let moment = past == nil ? pausedAt ?? now : shownNow
    let time = (Wording.rfc3339(moment.date) ?? "").filter { $0.isNumber || $0 == "T" }
    let mark = past == nil ? "" : "past-"
    let name = "migtop-\(document.name)-\(mark)\(time.prefix(15))Z.\(format.ending)"
    do {
      let text = try document.text(format)
      let file = ExportedFile(
        path: path ?? name, format: format, text: text, content: document.content)
      return [.export(file)]
    } catch {
      notice = "\(document.content) cannot be written as \(format.rawValue): \(error)"
      return []
    }
  }

  var usualFormat: ExportFormat {
    switch place.view {
    case .fleet, .events, .sources: .csv
    case .job, .steps, .json: .json
    case .errors, .error: .text
    }
  }

  var document: ExportDocument {
    let model = DashboardViewModel(self)
    switch place.view {
    case .fleet: return .jobs(exportedJobs(model), named: "fleet")
    case .job(let id), .steps(let id), .json(let id):
      return .jobs([model.job(id)].compactMap(\.self), named: id.native)
    case .errors(let id): return .errors(model.job(id)?.errors ?? [], of: id)
    case .error(let id, let index):
      return .errors(Array((model.job(id)?.errors ?? []).dropFirst(index).prefix(1)), of: id)
    case .events: return .events(model.events())
    case .sources: return .sources(model.sources)
    }
  }

  /// The marked rows, or all of them if none is marked.
  private func exportedJobs(_ model: DashboardViewModel) -> [JobReport] {
    let jobs = model.allJobs
    let marked = jobs.filter(\.record.isMarked)
    return marked.isEmpty ? jobs : marked
  }
}
