import MigrationModel

/// How fast the steps go that tell how far they are.
struct StepPaces: Hashable, Sendable {
  private var paces: [StepPath: Pace] = [:]
  /// A job may have thousands of objects: of those the first are foreseen.
  private static let most = 16
  /// Moves of one: a percentage has not many.
  private static let moves = 24

  mutating func learn(from job: Job, at moment: Moment) {
    var known: [StepPath: Pace] = [:]
    for (path, fraction) in Self.running(job) {
      var pace = paces[path] ?? Pace()
      pace.learn(fraction, at: moment.uptime, kept: Self.moves)
      known[path] = pace
    }
    paces = known
  }

  /// When they end, of those where that can be foreseen, counted from a reading.
  func ends(of job: Job, at reading: Moment) -> [StepPath: ClosedRange<Duration>] {
    guard !paces.isEmpty else { return [:] }
    var ends: [StepPath: ClosedRange<Duration>] = [:]
    for (path, _) in Self.running(job) {
      guard let left = paces[path]?.timeLeft(to: 1, at: reading.uptime) else { continue }
      ends[path] = .estimate(seconds: left.lowerBound) ... .estimate(seconds: left.upperBound)
    }
    return ends
  }

  /// Those at work that have an end, with how far they are.
  private static func running(_ job: Job) -> [(StepPath, Double)] {
    var found: [(StepPath, Double)] = []
    func look(_ steps: [Step], under parent: StepPath) {
      for step in steps where found.count < most {
        let path = parent.appending(step.id)
        if step.state == .running, let fraction = step.fraction, fraction < 1 {
          found.append((path, fraction))
        }
        look(step.children, under: path)
      }
    }
    look(job.steps, under: StepPath([]))
    return found
  }
}
