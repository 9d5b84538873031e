import MigrationModel

extension Dashboard {
  /// Selects the next job that needs attention, whatever the rows are sorted by.
  mutating func seekAttention(backwards: Bool) {
    guard let next = attention.next(after: selected, backwards: backwards) else {
      notice = noAttentionWords
      return
    }
    select(next)
    let hidden = attention.hiddenCount
    if hidden > 0 { notice = "\(hidden) more \(hidden == 1 ? "is" : "are") hidden by the filter" }
  }

  /// Why there is no job to go to, and what else needs attention.
  private var noAttentionWords: String {
    let (hidden, acknowledged) = (attention.hiddenCount, attention.acknowledgedCount)
    let here = hidden == 0 ? "" : " here"
    let sources = sourceTroubleWords
    let jobs = [
      sources == nil ? "nothing\(here) needs attention" : "no job\(here)",
      acknowledged == 0 ? nil : "\(acknowledged) acknowledged",
      hidden == 0 ? nil : "\(hidden) hidden by the filter",
    ].compactMap(\.self).joined(separator: ", ")
    return [jobs, sources].compactMap(\.self).joined(separator: "; ")
  }

  /// `source lab fails: S shows it`; `nil` while no source is in trouble.
  private var sourceTroubleWords: String? {
    let names = attention.items.compactMap { item in
      if case .source(let name) = item { name } else { nil }
    }
    guard let name = names.first else { return nil }
    let key = settings.keys.keyName(of: .sources) ?? ":\(Command.sources.rawValue)"
    guard names.count == 1 else { return "\(names.count) sources in trouble: \(key) shows them" }
    let isFailing = shown.source(name)?.health == .failing
    return "source \(name) \(isFailing ? "fails" : "is degraded"): \(key) shows it"
  }

  mutating func toggleMark() {
    guard let id = selected, let record = shown.record(id) else { return }
    let isMarked = !record.isMarked
    live.fleet.mark(id, isMarked)
    held?.fleet.mark(id, isMarked)
    past?.mark(id, isMarked)
    // Marks change no order, but a filter may ask for them.
    if filter?.asks(for: .marked) ?? false { mustArrange = true }
  }

  /// Says that somebody knows of the job's state: ``seekAttention(backwards:)`` passes by until the state changes.
  mutating func toggleAcknowledged() {
    guard let id = place.view.job ?? selected, let seen = shown.record(id) else { return }
    guard let record = live.record(id) else {
      notice = "not acknowledged: the job is gone by now"
      return
    }
    guard record.shownState == seen.shownState else {
      notice = "not acknowledged: it is \(record.shownState.word) by now"
      return
    }
    let isAcknowledged = !record.isAcknowledged
    let event = FleetEvent(
      at: now, offset: record.clockOffset, source: id.source, job: id, name: record.job.name,
      kind: .acknowledgement,
      state: record.shownState,
      text: isAcknowledged ? "acknowledged" : "acknowledgement taken back")
    live.acknowledge(id, isAcknowledged, at: now)
    live.tell(event)
    held?.acknowledge(id, isAcknowledged, at: now)
    held?.tell(event)
    past?.acknowledge(id, isAcknowledged)
    if filter?.asks(for: .acked) ?? false { mustArrange = true }
    attention.acknowledge(id, isAcknowledged)
    notice = isAcknowledged ? "acknowledged until its state changes" : event.text
  }
}
