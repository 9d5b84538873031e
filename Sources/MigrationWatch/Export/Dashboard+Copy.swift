import MigrationModel

/// Taking what is selected out of the terminal: into its clipboard, or into a pager.
extension Dashboard {
  /// The selected row in one line, an error or a document as a whole.
  mutating func copy() -> [DashboardEffect] {
    guard let text = selectedText else {
      notice = "there is nothing to copy"
      return []
    }
    return [.copy(text)]
  }

  /// The same as JSON, with everything that is known.
  mutating func copyJSON() -> [DashboardEffect] {
    do {
      guard let text = try selectedDocument?.text(.json) else {
        notice = "there is nothing to copy"
        return []
      }
      return [.copy(text)]
    } catch {
      notice = "this cannot be written as JSON: \(error)"
      return []
    }
  }

  /// What the view shows, in full and without a screen's edges.
  mutating func page() -> [DashboardEffect] {
    guard place.view != .fleet else { return [.page(.fleet)] }
    do {
      return [.page(.text(try document.text(usualFormat == .csv ? .text : usualFormat)))]
    } catch {
      notice = "this cannot be written: \(error)"
      return []
    }
  }

  private var selectedText: String? {
    let model = DashboardViewModel(self)
    switch place.view {
    case .fleet, .job: return model.currentJob?.line
    case .steps(let id):
      let rows = model.stepTree(id).rows
      guard rows.indices.contains(place.cursor) else { return nil }
      return rows[place.cursor].line(under: rows[..<place.cursor])
    case .errors, .error: return selectedError?.text
    case .json(let id): return model.jsonLines(of: id).joined(separator: "\n")
    case .events:
      guard !selectedEvents.isEmpty else { return nil }
      return selectedEvents.map { "\(Wording.dateTime($0.time)) \($0.name) \($0.text)" }
        .joined(separator: "\n")
    case .sources:
      guard let source = selectedSource else { return nil }
      return [source.name, source.state.health.rawValue, source.state.errorText]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private var selectedDocument: ExportDocument? {
    let model = DashboardViewModel(self)
    switch place.view {
    case .fleet, .job, .steps, .json:
      return model.currentJob.map { .jobs([$0], named: $0.job.id.native) }
    case .errors(let id), .error(let id, _): return selectedError.map { .errors([$0], of: id) }
    case .events: return selectedEvents.isEmpty ? nil : .events(selectedEvents)
    case .sources: return selectedSource.map { .sources([$0]) }
    }
  }

  private var selectedError: JobError? {
    switch place.view {
    case .errors(let id): error(place.cursor, of: id)
    case .error(let id, let index): error(index, of: id)
    case .fleet, .job, .steps, .json, .events, .sources: nil
    }
  }

  /// Of the selected row: the same change of several jobs is one row.
  private var selectedEvents: [FleetEvent] {
    eventRows.indices.contains(place.cursor) ? eventRows[place.cursor].events : []
  }

  private var selectedSource: SourceReport? {
    shown.sources.indices.contains(place.cursor)
      ? SourceReport(shown.sources[place.cursor], now: shownNow) : nil
  }
}

extension JobReport {
  /// `dts-hz/l02c1f7h1790007  订单中心-同步  WARN  incr  Retrying  lag 18m04s ^`: to be pasted into a ticket or behind
  /// `migtop status`.
  fileprivate var line: String {
    [
      "\(job.id.source)/\(job.id.native)", job.name, state.word, phaseWord, job.nativeStatus,
      fraction == nil ? nil : percentWord, job.lag.value.map { _ in "lag \(lagWord) \(trendMark)" },
    ].compactMap(\.self).joined(separator: "  ")
  }
}

extension StepRow {
  /// With the steps above it: `02 Schema > orders  FAIL  no key`.
  fileprivate func line(under rows: ArraySlice<StepRow>) -> String {
    var words = [step.label]
    var depth = depth
    for row in rows.reversed() where row.depth < depth {
      depth = row.depth
      words.insert(row.step.label, at: 0)
    }
    return [words.joined(separator: " > "), ShownState(step.state).word, step.error?.message]
      .compactMap(\.self).joined(separator: "  ")
  }
}
