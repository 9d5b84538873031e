import MigrationModel

import struct FoundationEssentials.Date

/// When and how often this program saw each error of a job: one pass over the events for all of them.
struct ErrorSightings: Hashable, Sendable {
  struct Sighting: Hashable, Sendable {
    fileprivate(set) var hits = 0
    /// The service's clock.
    fileprivate(set) var first: Date
    fileprivate(set) var last: Date
  }

  let job: Job.ID
  private var sightings: [JobError.ID: Sighting] = [:]

  init(of job: Job.ID, in log: EventLog) {
    self.job = job
    for event in log.events where event.job == job {
      guard let error = event.error else { continue }
      let (first, last) = (event.firstTime, event.time)
      var sighting = sightings[error] ?? Sighting(first: first, last: last)
      sighting.hits += event.hits
      sighting.first = min(sighting.first, first)
      sighting.last = max(sighting.last, last)
      sightings[error] = sighting
    }
  }

  /// `nil` for an error that was there before the first reading.
  subscript(_ error: JobError.ID) -> Sighting? { sightings[error] }
}
