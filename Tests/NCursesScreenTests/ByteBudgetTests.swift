import DashboardSamples
import DashboardUI
import MigrationModel
import MigrationWatch
import Testing

extension NCursesScreenTests {
  /// What may be sent over a slow line for each thing that happens all the time.
  @MainActor @Suite(.serialized) struct ByteBudgetTests {
    struct Budget: Sendable {
      let size: Size
      /// With as many ages on screen as there are sources in the title line at this size.
      let clock: Int
      /// With an age in every row, on average: now and then the small graphs move on.
      let ages: Int
      let move: Int
      let poll: Int
    }

    nonisolated static let budgets = [
      Budget(size: Size(rows: 24, columns: 80), clock: 30, ages: 150, move: 320, poll: 600),
      Budget(size: Size(rows: 60, columns: 200), clock: 70, ages: 320, move: 600, poll: 1_600),
    ]

    @Test(arguments: budgets) func `a frame that did not change costs nothing`(
      budget: Budget
    ) throws {
      let terminal = try FileTerminal(budget.size)
      var dashboard = FleetSample.dashboard()
      #expect(try terminal.bytes(showing: dashboard.frame(budget.size)) > 0)
      #expect(try terminal.bytes(showing: dashboard.frame(budget.size)) == 0)
      try terminal.close()
    }

    @Test(arguments: budgets) func `a second costs the clock and the ages`(budget: Budget) throws {
      let terminal = try FileTerminal(budget.size)
      var dashboard = FleetSample.dashboard()
      let ages = try terminal.costs(of: &dashboard, budget.size, times: 10) { $0.passSecond() }
      #expect(ages.reduce(0, +) / ages.count <= budget.ages, "\(ages)")
      dashboard.press("e")
      dashboard.press(.enter)
      let clock = try terminal.costs(of: &dashboard, budget.size, times: 10) { $0.passSecond() }
      #expect(clock.allSatisfy { $0 <= budget.clock }, "\(clock)")
      try terminal.close()
    }

    /// The preview is the selected job's own: it changes as a whole.
    @Test(arguments: budgets) func `a move of the selection costs two names`(
      budget: Budget
    ) throws {
      let terminal = try FileTerminal(budget.size)
      var dashboard = FleetSample.dashboard()
      dashboard.press("p")
      let moves = try terminal.costs(of: &dashboard, budget.size, times: 16) { $0.press("j") }
      #expect(moves.allSatisfy { $0 > 0 && $0 <= budget.move }, "\(moves)")
      try terminal.close()
    }

    @Test(arguments: budgets) func `readings of every job cost the figures that changed`(
      budget: Budget
    ) throws {
      let terminal = try FileTerminal(budget.size)
      var dashboard = FleetSample.dashboard()
      dashboard.press("p")
      dashboard.readEverything()
      let polls = try terminal.costs(of: &dashboard, budget.size, times: 5) { $0.readEverything() }
      #expect(polls.allSatisfy { $0 <= budget.poll }, "\(polls)")
      try terminal.close()
    }

    @Test(arguments: budgets) func `most samples of a lag do not move its graph`(
      budget: Budget
    ) throws {
      let terminal = try FileTerminal(budget.size)
      var dashboard = FleetSample.dashboard()
      dashboard.select("订单中心-同步")
      dashboard.press(.enter)
      let samples = try terminal.costs(of: &dashboard, budget.size, times: 12) {
        $0.readLag(of: "订单中心-同步")
      }
      #expect(samples.reduce(0, +) / samples.count <= 500, "\(samples)")
      #expect(samples.count { $0 <= 150 } >= samples.count / 2, "\(samples)")
      try terminal.close()
    }
  }
}

extension FileTerminal {
  /// The bytes of each frame after a change, without those of the first frame before any.
  fileprivate func costs(
    of dashboard: inout Dashboard, _ size: Size, times: Int,
    change: (inout Dashboard) -> Void
  ) throws -> [Int] {
    _ = try bytes(showing: dashboard.frame(size))
    var costs: [Int] = []
    for _ in 0..<times {
      change(&dashboard)
      costs.append(try bytes(showing: dashboard.frame(size)))
    }
    return costs
  }
}

extension Dashboard {
  fileprivate mutating func passSecond() { _ = apply(.tick(now.advanced(by: .seconds(1)))) }
}
