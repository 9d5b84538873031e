import MigrationAnalysis
import MigrationModel

package import struct FoundationEssentials.Date

/// How old what is known of a job is. A reading has its age by our clock, what the service tells has it by its own.
extension JobReport {
  /// Of the oldest figure that a row shows.
  package var age: Duration { age(ofReading: job.observedAt) }

  /// Of a reading, which our clock dated. Never negative: that clock may have been set back.
  package func age(ofReading readAt: Date) -> Duration {
    .seconds(max(0, now.date.timeIntervalSince(readAt)))
  }

  package func age(ofTold told: Date) -> ServiceAge { serviceNow.age(of: told) }

  /// Now, in the clock of the job's service as of the last reading.
  package var serviceNow: ServiceMoment { ServiceMoment(at: now, offset: record.clockOffset) }

  /// A time of ours in the clock of the service, in which everything about the job is told.
  package func serviceTime(ofOurs date: Date) -> Date {
    date.addingTimeInterval(ServiceMoment.shownOffset(record.clockOffset) / .seconds(1))
  }

  /// Of the lag: since the service measured it, if it says when, else since it was read; `nil` without a lag.
  package var lagAge: ServiceAge? {
    guard case .measured(let lag) = job.lag else { return nil }
    return lag.measuredAt.map(age(ofTold:))
      ?? .ago(age(ofReading: job.figuresReadAt ?? job.observedAt))
  }

  /// `sample <10s old`: of the lag where there is one, else of the figures. When both differ, with when it was read.
  package var sampleWords: String {
    let read = Wording.longAge(age)
    switch lagAge {
    case nil: return "sample \(read) old"
    case .ago(let age)?:
      let old = Wording.longAge(age)
      return old == read ? "sample \(old) old" : "sample \(old) old, read \(read) ago"
    case .ahead?: return "sample of a time to come, read \(read) ago"
    }
  }

  /// `last change 18m ago`; `nil` if the service tells of none.
  package var lastChangeWord: String? {
    job.throughput.lastEventAt.map { "last change \(Wording.ago(age(ofTold: $0)))" }
  }

  /// The same with its time: `last change 14:05:03Z, 18m ago`.
  package var lastChangeSentence: String? {
    job.throughput.lastEventAt.map {
      "last change \(Wording.clock($0)), \(Wording.ago(age(ofTold: $0)))"
    }
  }

  /// Since when nothing moves, in the service's clock; `nil` while something does.
  package var stalledSince: Date? { judgement.stalledSince.map { serviceTime(ofOurs: $0.date) } }

  /// For how long nothing has moved; `nil` while something does.
  package var stalledFor: Duration? {
    judgement.stalledSince.map { max(.zero, now.uptime - $0.uptime) }
  }
}

// MARK: - Times that are still to come

extension JobReport {
  /// The service's oddities, and those of its times that its own clock has not come to.
  package var notes: [String] {
    job.notes
      + timesAhead.map { name, date in
        "\(name), \(Wording.dateTime(date)), is still to come by the service's own clock"
      }
  }

  /// Each time once. When a job that waits is to begin is no oddity.
  private var timesAhead: [(name: String, date: Date)] {
    let times: [(String, Date?)] = [
      ("the creation", job.createdAt), ("the start", job.state == .pending ? nil : job.startedAt),
      ("the end", job.finishedAt), ("the failure", job.failure?.at),
      ("the last change", job.throughput.lastEventAt), ("the time of the lag", lagMeasuredAt),
      ("the time of the statistics", job.scrape?.lastSuccessAt),
    ]
    let now = serviceNow
    var seen: Set<Date> = []
    let ahead = times.compactMap { name, date in
      date.flatMap { now.isAhead($0) && seen.insert($0).inserted ? (name, $0) : nil }
    }
    let step = Self.firstStepAhead(job.steps, now)
    return ahead + [step].compactMap(\.self).filter { seen.insert($0.date).inserted }
  }

  private var lagMeasuredAt: Date? {
    switch job.lag {
    case .measured(let lag): lag.measuredAt
    case .absent: nil
    }
  }

  /// One is enough: the clock that is wrong wrote all of them.
  private static func firstStepAhead(
    _ steps: [Step], _ now: ServiceMoment
  ) -> (name: String, date: Date)? {
    for step in steps {
      if step.state != .pending, let start = step.startedAt, now.isAhead(start) {
        return ("the start of \(step.title)", start)
      }
      if let end = step.finishedAt, now.isAhead(end) { return ("the end of \(step.title)", end) }
      if let inner = firstStepAhead(step.children, now) { return inner }
    }
    return nil
  }
}
