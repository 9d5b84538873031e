import MigrationModel
import MigrationWatch
import Testing

@Suite struct LagWordTests {
  @Test func `a service that counts whole seconds is not given tenths`() throws {
    func report(_ seconds: Double) throws -> JobReport {
      let lag = Lag.Measurement(
        value: .seconds(seconds), kind: .eventAge, resolution: .seconds(1))
      let board = Board([.sample("a", .running, .incremental) { $0.lag = .measured(lag) }])
      return try #require(board.job("a"))
    }
    #expect(try report(0).lagWord == "<1s")
    #expect(try report(3).lagSentence == "lag 3s")
    #expect(try report(3).lagWord(of: .seconds(4)) == "4s")
  }

  @Test func `halves stand with what each is counted in`() throws {
    let job = Job.sample("a", .running, .incremental) {
      $0.lag = .seconds(3)
      $0.stepsObservedAt = $0.observedAt
      $0.steps = [(Step.Half.reading, 1), (.writing, 1_000)].map { half, unit in
        var step = Step(id: "\(half)", name: "", label: "", state: .running, phase: .incremental)
        step.half = half
        step.lag = .measured(
          Lag.Measurement(
            value: .zero, kind: .eventAge, resolution: .milliseconds(unit)))
        return step
      }
    }
    #expect(try #require(Board([job]).job("a")).lagSentence == "lag 3.0s: read 0.0s, write <1s")
  }
}
