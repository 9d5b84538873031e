import MigrationModel

extension Dashboard {
  /// Selects the next job that needs attention, whatever the rows are sorted by.
  mutating func seekAttention(backwards: Bool) {
    let hidden = attention.hiddenCount
    guard let next = attention.next(after: selected, backwards: backwards) else {
      notice =
        hidden == 0
        ? "nothing needs attention" : "nothing here needs attention, \(hidden) hidden by the filter"
      return
    }
    select(next)
    if hidden > 0 { notice = "\(hidden) more \(hidden == 1 ? "is" : "are") hidden by the filter" }
  }

  mutating func toggleMark() {
    guard let id = place.view.job ?? selected, let record = shown.record(id) else { return }
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
      at: now, source: id.source, job: id, name: record.job.name, kind: .acknowledgement,
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
