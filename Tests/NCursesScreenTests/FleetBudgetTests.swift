import DashboardSamples
import DashboardUI
import MigrationModel
import MigrationWatch
import Testing

extension NCursesScreenTests {
  /// What may be sent for what happens in the fleet now and then.
  @MainActor @Suite(.serialized) struct FleetBudgetTests {
    nonisolated static let sizes = [Size(rows: 24, columns: 80), Size(rows: 60, columns: 200)]

    @Test(arguments: sizes) func `news cost a word when they come, and again when they are old`(
      size: Size
    ) throws {
      let terminal = try FileTerminal(size)
      var dashboard = FleetSample.dashboard()
      // Sorted by name: the row stays where it is.
      dashboard.press("ps")
      dashboard.press(.enter)
      _ = try terminal.bytes(showing: dashboard.frame(size))
      dashboard.pause("bi-mart-dws")
      let coming = try terminal.bytes(showing: dashboard.frame(size))
      #expect(coming <= 550, "\(coming)")
      for _ in 1...9 { dashboard.pass(1) }
      _ = try terminal.bytes(showing: dashboard.frame(size))
      dashboard.pass(1)
      let going = try terminal.bytes(showing: dashboard.frame(size))
      #expect(going > 0 && going <= 450, "\(going)")
      try terminal.close()
    }

    @Test(arguments: sizes) func `a move inside a menu costs two of its lines`(size: Size) throws {
      let terminal = try FileTerminal(size)
      var dashboard = FleetSample.dashboard()
      _ = dashboard.frame(size)
      dashboard.press("C")
      _ = try terminal.bytes(showing: dashboard.frame(size))
      for _ in 1...8 {
        dashboard.press("j")
        let move = try terminal.bytes(showing: dashboard.frame(size))
        #expect(move > 0 && move <= 120, "\(move)")
      }
      try terminal.close()
    }
  }
}

extension Dashboard {
  fileprivate mutating func pass(_ seconds: Double) {
    _ = apply(.tick(now.advanced(by: .seconds(seconds))))
  }
}
