import MigrationModel

extension DashboardViewModel {
  /// The changes of the events view, newest first; empty in another view.
  package var eventRows: [EventRow] { dashboard.eventRows }

  package var eventGraph: EventGraph { dashboard.eventGraph }

  /// Why there are no changes to show.
  package var noEventsWords: String {
    dashboard.shown.log.events.isEmpty
      ? "nothing changed since the start"
      : "none of the \(dashboard.shown.log.events.count) events passes the filter"
  }

  /// What happened to the sources, newest first.
  package var sourceEvents: [FleetEvent] {
    dashboard.shown.log.newestFirst.filter { $0.kind == .source }
  }

  /// Who else has the error that is open; `nil` in another view.
  package var errorKin: ErrorKin? { dashboard.errorKin }
}

extension SourceReport {
  /// What is wrong, or what was and when; `-` if nothing ever was.
  package var errorWord: String {
    if !state.errorText.isEmpty { return state.errorText }
    guard let last = state.lastFailure else { return Wording.absent }
    let words = [last.error.status.map(String.init), last.error.code ?? last.error.message]
    return words.compactMap(\.self).joined(separator: " ")
      + " at \(Wording.timeOfDay(last.at.date))"
  }
}
