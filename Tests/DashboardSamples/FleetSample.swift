package import MigrationModel
package import MigrationWatch

import struct FoundationEssentials.Date

/// A fleet of 23 jobs at four sources, in every state, as read until 14:23:07 of one day.
///
/// No clock is asked: the same fleet, history and pictures every time.
package enum FleetSample {
  /// 2026-11-21 14:23:07Z.
  package static let now = Moment(
    date: Date(timeIntervalSince1970: 1_795_270_987), uptime: .seconds(400_000))

  /// The fleet with two jobs marked and one acknowledged; a failed one is selected.
  package static func dashboard() -> Dashboard { read }

  /// The same with settings of its own.
  package static func dashboard(_ settings: DashboardSettings) -> Dashboard { read(settings) }

  private static let read = read(DashboardSettings())

  private static func read(_ settings: DashboardSettings) -> Dashboard {
    var dashboard = Dashboard(settings: settings, sources: states, now: moment(daysAgo: 4))
    let stories = drsStories + dtsStories + relationalMigratorStories
    var minute = moment(ago: 600)
    for poll in polls(of: stories) {
      while minute.uptime < poll.at.uptime {
        _ = dashboard.apply(.tick(minute))
        minute = minute.advanced(by: .seconds(20))
      }
      _ = dashboard.apply(.polled(poll))
    }
    _ = dashboard.apply(.tick(now))
    _ = dashboard.apply(.viewport(rows: 20))
    dashboard.select("wwi-retail 7c1e")
    dashboard.press("v")
    dashboard.select("订单中心-同步")
    dashboard.press(" ")
    dashboard.select("erp-oracle-gauss")
    dashboard.press(" ")
    _ = dashboard.apply(.tick(now))
    return dashboard
  }

  static func moment(daysAgo days: Int64) -> Moment { moment(ago: Double(days) * 86_400) }

  static func moment(ago seconds: Double) -> Moment { now.advanced(by: .seconds(-seconds)) }

  /// Seconds from a time of the day of the sample until now.
  static func ago(_ hour: Int, _ minute: Int, _ second: Int = 0) -> Double {
    Double((14 - hour) * 3_600 + (23 - minute) * 60 + 7 - second)
  }

  static func at(_ hour: Int, _ minute: Int, _ second: Int = 0) -> Date {
    moment(ago: ago(hour, minute, second)).date
  }

  private static func polls(of stories: [JobStory]) -> [Poll] {
    let readings = stories.flatMap(\.readings)
    return (readings.map(poll) + troubles).sorted { $0.at.uptime < $1.at.uptime }
  }

  private static func poll(_ reading: JobStory.Reading) -> Poll {
    poll(
      reading.job.id.source, ago: reading.ago, .read([.job(reading.job)], .statistics))
  }
}

extension Dashboard {
  /// Presses keys until the job is selected in the fleet.
  package mutating func select(_ name: String) {
    press("g")
    for _ in order.indices {
      guard DashboardViewModel(self).currentJob?.job.name != name else { return }
      press("j")
    }
  }

  package mutating func press(_ keys: String) {
    for key in keys.unicodeScalars { press(.character(key)) }
  }

  package mutating func press(_ key: Key) { _ = apply(.key(key)) }
}
