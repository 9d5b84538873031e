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
      let move: Int
      let poll: Int
    }

    nonisolated static let budgets = [
      Budget(size: Size(rows: 24, columns: 80), move: 320, poll: 600),
      Budget(size: Size(rows: 60, columns: 200), move: 600, poll: 1_600),
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

    /// Keys that lead to each view; `\n` is Enter.
    nonisolated static let views = [
      "", "p", "\n", "\n2z", "t", "e", "e\n", "E", "S", "?", "/lag>1", "/stat:x",
    ]

    /// Most seconds cost the clock alone. In the others ages go on, by ten seconds or a minute.
    @Test(arguments: budgets, views) func `a second costs the clock`(
      budget: Budget, view: String
    ) throws {
      let terminal = try FileTerminal(budget.size)
      var dashboard = FleetSample.dashboard()
      // So slow a rhythm that nothing grows stale within the minute.
      dashboard.press("+++")
      for key in view.unicodeScalars { dashboard.press(key == "\n" ? .enter : .character(key)) }
      var before = dashboard.frame(budget.size)
      _ = try terminal.bytes(showing: before)
      var (clocks, all) = ([Int](), [Int]())
      for _ in 1...60 {
        dashboard.passSecond()
        let after = dashboard.frame(budget.size)
        all.append(try terminal.bytes(showing: after))
        if before.exceptClock == after.exceptClock { clocks += all.suffix(1) }
        before = after
      }
      #expect(clocks.count > 20 && clocks.allSatisfy { $0 <= 30 }, "\(clocks)")
      #expect(all.reduce(0, +) / all.count <= 70, "\(all)")
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
      let samples = try terminal.costs(of: &dashboard, budget.size, times: 120) {
        $0.readLag(of: "订单中心-同步")
      }
      #expect(samples.reduce(0, +) / samples.count <= 260, "\(samples)")
      #expect(samples.count { $0 > 500 } <= samples.count / 20, "\(samples)")
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

extension Frame {
  /// All cells but those of `14:23:07Z` at the end of the title line.
  fileprivate var exceptClock: [Cell] {
    Array(cells[..<(size.columns - 9)] + cells[size.columns...])
  }
}

extension Dashboard {
  fileprivate mutating func passSecond() { _ = apply(.tick(now.advanced(by: .seconds(1)))) }
}
