import MigrationModel
import MigrationWatch

import struct Foundation.Date

/// Some hours of a fleet of fifty jobs in which anything happens, the same for the same seed.
struct RandomRun {
  var random: SeededRandom
  /// Without troubles and waiting, that judge jobs anew that are not read.
  let isCalm: Bool
  private(set) var board: Board
  /// The dashboard at the end of each second in which something changed.
  private(set) var kept: [(second: Int, dashboard: Dashboard)] = []
  private var jobs: [Job]

  init(seed: UInt64, isCalm: Bool, limits: JournalLimits = JournalLimits()) {
    random = SeededRandom(state: seed)
    self.isCalm = isCalm
    jobs = Job.samples(50)
    var settings = DashboardSettings()
    settings.memory = limits
    board = Board(settings: settings)
  }

  mutating func play(_ count: Int) {
    for _ in 0..<count {
      // Some within one second, some after a while.
      board.skip(Double(Int.random(in: 0...24, using: &random)) / 8)
      let before = board.dashboard.memory
      happen()
      if board.dashboard.memory != before { keep() }
    }
  }

  /// The last ones: the older ones are beyond the memory of the test, too.
  private mutating func keep() {
    let second = Int(board.dashboard.now.date.timeIntervalSince1970)
    if kept.last?.second == second { kept.removeLast() }
    kept.append((second, board.dashboard))
    if kept.count > 400 { kept.removeFirst() }
  }

  private mutating func happen() {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: board.list(jobs.filter { _ in Int.random(in: 0..<12, using: &random) > 0 })
    case 1: board.list(jobs)
    case 2 where !isCalm:
      board.fail(ProviderError.Kind.allCases.randomElement(using: &random) ?? .timedOut)
    case 3: board.press("v")
    case 4: board.press(["a", "j", "G", "g"].randomElement(using: &random) ?? "g")
    case 5...7 where !isCalm:
      board.wait(Double.random(in: 0...40, using: &random))
    default: read()
    }
  }

  private mutating func read() {
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let index = jobs.indices.randomElement(using: &random) ?? 0
      if Bool.random(using: &random) { jobs[index] = changed(jobs[index]) }
      board.read(jobs[index])
    }
  }

  private mutating func changed(_ job: Job) -> Job {
    var job = job
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      job.state = State.allCases.randomElement(using: &random) ?? .running
      job.failure = job.state == .failed ? Failure(code: "E1", message: "no space left") : nil
    case 1: job.phase = [.full, .incremental].randomElement(using: &random) ?? .full
    case 2: job.lag = .seconds(Double(Int.random(in: 0...900, using: &random)))
    case 3: job.progress.rows = .init(done: .random(in: 0...1_000_000, using: &random))
    case 4:
      job.replicates = true
      job.steps = ["a", "b"].map {
        Step(id: $0, name: $0, label: $0, state: Bool.random(using: &random) ? .running : .failed)
      }
    default: job.log = [LogEntry(severity: .info, message: "line \(board.seconds)")]
    }
    return job
  }
}

/// SplitMix64: the same numbers everywhere.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
