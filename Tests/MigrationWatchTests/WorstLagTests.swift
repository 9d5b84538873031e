import MigrationModel
import MigrationWatch
import Testing

/// The greatest lag of the fleet, minute by minute.
@Suite struct WorstLagTests {
  private func job(_ name: String, lag: Double, _ state: State = .running) -> Job {
    .sample(name, state, .incremental) { $0.lag = .seconds(lag) }
  }

  @Test func `each minute has the greatest lag of all jobs`() {
    var board = Board([job("a", lag: 5), job("b", lag: 90)])
    board.wait(60)
    board.list([job("a", lag: 7), job("b", lag: 20)])
    board.wait(60)
    board.list([job("a", lag: 6), job("b", lag: 2)])
    board.wait(59)
    #expect(board.model.worstLag(columns: 60).values.suffix(4) == [nil, 90, 90, 20])
    #expect(board.model.worstLagNow == .seconds(20))
  }

  @Test func `jobs that rest and jobs with old data have no part in it`() {
    var board = Board([job("a", lag: 5, .paused), job("b", lag: 9, .failed)])
    board.wait(30)
    #expect(board.model.worstLagNow == nil)
    board.list([job("c", lag: 3)])
    board.wait(600)
    board.wait(120)
    #expect(board.model.worstLagNow == nil)
  }

  @Test func `it goes on while the screen is paused`() {
    var board = Board([job("a", lag: 5)])
    board.press("Z")
    board.wait(60)
    board.list([job("a", lag: 40)])
    #expect(board.model.worstLagNow == .seconds(5))
    let held = board.model.worstLag(columns: 60)
    board.wait(300)
    #expect(board.model.worstLagNow == .seconds(5))
    #expect(board.model.worstLag(columns: 60) == held)
    board.list([job("a", lag: 40)])
    board.press("Z")
    #expect(board.model.worstLagNow == .seconds(40))
  }
}
