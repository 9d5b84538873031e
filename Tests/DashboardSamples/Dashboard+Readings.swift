import MigrationModel
package import MigrationWatch

extension Dashboard {
  /// Reads every job anew, a while after the last time: each moved a little.
  package mutating func readEverything() {
    let at = now.advanced(by: .seconds(5))
    for job in DashboardViewModel(self).everyJob {
      var job = job
      job.observedAt = at.date
      job.figuresReadAt = at.date
      job.move()
      read(job, at: at)
    }
    _ = apply(.tick(at))
  }

  /// Reads every job anew with a text in all that a service names or says, not cleaned as it should be.
  package mutating func readEverything(saying text: String) {
    for var job in DashboardViewModel(self).everyJob {
      job.name = "\(text)\(job.name)"
      job.nativeStatus = text
      job.failure?.message = "\(text) cause by: \(text)"
      job.from?.address = text
      job.notes = [text]
      for index in job.steps.indices {
        job.steps[index].label = text
        job.steps[index].note = text
        job.steps[index].error?.message = text
      }
      read(job, at: now.advanced(by: .seconds(1)))
    }
    _ = apply(.tick(now.advanced(by: .seconds(2))))
  }

  /// Reads one job anew with a lag that is a second greater.
  package mutating func readLag(of name: String) {
    let at = now.advanced(by: .seconds(5))
    for var job in DashboardViewModel(self).everyJob where job.name == name {
      job.observedAt = at.date
      job.figuresReadAt = at.date
      if let lag = job.lag.value { job.set(lag: lag / .seconds(1) + 1) }
      read(job, at: at)
    }
    _ = apply(.tick(at))
  }

  /// Reads one job anew, as paused.
  package mutating func pause(_ name: String) {
    let at = now.advanced(by: .seconds(5))
    for var job in DashboardViewModel(self).everyJob where job.name == name {
      job.observedAt = at.date
      job.state = .paused
      read(job, at: at)
    }
    _ = apply(.tick(at))
  }

  private mutating func read(_ job: Job, at: Moment) {
    var poll = FleetSample.poll(
      job.id.source, ago: 0, .read([.job(job)], .statistics))
    poll.at = at
    _ = apply(.polled(poll))
  }
}

extension Job {
  fileprivate mutating func move() {
    if let lag = lag.value { set(lag: lag / .seconds(1) * 1.05 + 0.1) }
    progress.fraction = progress.fraction.map { $0 < 0.99 ? $0 + 0.01 : $0 }
    progress.rows.done = progress.rows.done.map { $0 + 120_000 }
    throughput.rowsPerSecond = throughput.rowsPerSecond.map { $0 * 1.1 + 10 }
    for index in steps.indices where steps[index].state == .running {
      steps[index].fraction = steps[index].fraction.map { min(0.99, $0 + 0.01) }
    }
  }
}
