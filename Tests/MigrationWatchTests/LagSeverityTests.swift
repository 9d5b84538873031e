import MigrationModel
import MigrationWatch
import Testing

@Suite struct LagSeverityTests {
  @Test func `a lag that passes a threshold is told once, and once that it is well below again`() {
    var board = Board([Self.job(1)])
    for lag in [59.0, 61, 58, 62, 55, 601, 599, 601, 470, 55, 47, 30, 700] {
      board.wait(5)
      board.read(Self.job(lag))
    }
    #expect(
      board.log.filter { $0.hasPrefix("lag ") } == [
        "lag above 1m (warning)", "lag above 10m (critical)", "lag below 10m again",
        "lag below 1m again", "lag above 10m (critical)",
      ])
  }

  @Test func `a lag that ends with its phase is not called low`() {
    var board = Board([Self.job(700)])
    board.wait(5)
    board.read(.sample("a", .running, .full))
    #expect(board.log.filter { $0.hasPrefix("lag ") }.isEmpty)
  }

  @Test func `with an idle source nothing waits, however long its last change took`() {
    func job(events: Int64) -> Job {
      .sample("a", .running, .incremental) {
        $0.lag = .seconds(1_200, .pipeline)
        $0.throughput.eventsLastMinute = events
      }
    }
    var board = Board([job(events: 0)])
    func told() -> [String] { board.log.filter { $0.hasPrefix("lag ") } }
    board.wait(5)
    board.read(job(events: 0))
    #expect(told().isEmpty)
    board.wait(5)
    board.read(job(events: 9))
    #expect(told() == ["lag above 10m (critical)"])
  }

  private static func job(_ lag: Double) -> Job {
    .sample("a", .running, .incremental) { $0.lag = .seconds(lag) }
  }
}
