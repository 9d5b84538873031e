import DashboardSamples
import DashboardUI
import MigrationModel
import MigrationWatch
import Testing

/// A source whose clock is wrong, in pictures: where that is said, and what a time of its is shown as.
@Suite struct ClockPictureTests {
  private static let job = "library-to-atlas"

  /// The clock of its source is 37 seconds ahead, and the job ended four minutes after that.
  private func dashboard(_ keys: String) -> Dashboard {
    var dashboard = FleetSample.dashboard()
    guard
      var job = DashboardViewModel(dashboard).everyJob.first(where: { $0.name == Self.job })
    else { return dashboard }
    job.observedAt = FleetSample.now.date
    job.figuresReadAt = job.observedAt
    job.finishedAt = FleetSample.now.advanced(by: .seconds(277)).date
    job.state = .done
    var poll = FleetSample.poll("rm-lab", ago: 0, .read([.job(job)], .statistics))
    poll.connection.clockOffset = .seconds(37)
    _ = dashboard.apply(.polled(poll))
    dashboard.select(Self.job)
    for key in keys.unicodeScalars { dashboard.press(key == "\n" ? .enter : .character(key)) }
    return dashboard
  }

  @Test(arguments: Size.pictured.dropFirst()) func `a job of a service whose clock is ahead`(
    size: Size
  ) throws {
    var dashboard = dashboard("\n")
    try expectGolden(dashboard.frame(size), "job-clock-\(size.name)")
  }

  @Test(arguments: Size.pictured.dropFirst()) func `a source whose clock is ahead`(
    size: Size
  ) throws {
    var dashboard = dashboard("S")
    try expectGolden(dashboard.frame(size), "sources-clock-\(size.name)")
  }

  @Test func `a late row is marked before it is too old to judge`() {
    var dashboard = dashboard("")
    let ages = [5.0, 5, 5, 1, 41].map { seconds -> Style? in
      _ = dashboard.apply(.tick(dashboard.now.advanced(by: .seconds(seconds))))
      let frame = dashboard.frame(Size.pictured[1])
      let row = frame.text.split(separator: "\n").firstIndex { $0.contains("user-center-sync") }
      return row.map { frame.cells[$0 * frame.size.columns + frame.size.columns - 1].style }
    }
    let muted = Style(tone: .muted)
    let late = Style(tone: .warning)
    #expect(ages == [muted, muted, muted, late, Style(tone: .warning, isBold: true)])
  }
}
