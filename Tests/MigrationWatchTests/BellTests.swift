import MigrationAnalysis
import MigrationModel
import MigrationWatch
import Testing

@Suite struct BellTests {
  private static func job(lag: Double, _ state: State = .running) -> Job {
    .sample("a", state, .incremental) {
      $0.lag = .seconds(lag)
      $0.replicates = true
      $0.stepsObservedAt = $0.observedAt
    }
  }

  /// Reads the job every ten seconds, so often.
  private func rings(_ board: inout Board, _ count: Int, _ job: Job) -> Bool {
    var isRung = false
    for _ in 1...count {
      board.wait(10)
      isRung = isRung || board.effects.contains(.ring)
      board.read(job)
      isRung = isRung || board.effects.contains(.ring)
    }
    return isRung
  }

  @Test func `it rings for ready and for a new state, not for ready no more`() {
    var board = Board([Self.job(lag: 1)])
    func isReady() -> Bool? { board.job("a")?.judgement.cutover.ready }
    board.press("b")
    let hasRungForReady = rings(&board, 40, Self.job(lag: 1))
    #expect(hasRungForReady && isReady() == true)
    let hasRungForLag = rings(&board, 1, Self.job(lag: 30))
    #expect(!hasRungForLag && isReady() == false)
    let hasRungForFailure = rings(&board, 1, Self.job(lag: 30, .failed))
    #expect(hasRungForFailure)
  }
}
