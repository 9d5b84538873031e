import Foundation
import MigrationModel
import MigrationWatch
import Testing

@Suite struct WordingTests {
  @Test(
    arguments: [
      (-3, "0.0s"), (0, "0.0s"), (0.84, "0.8s"), (9.94, "9.9s"), (9.96, "10s"), (42.9, "42s"),
      (59.99, "59s"), (252, "4m12s"), (1084, "18m04s"), (22_320, "6h12m"), (248_400, "2d21h"),
      (1e12, "11574074d01h"),
    ])
  func `a duration is as precise as it is short`(seconds: Double, words: String) {
    #expect(Wording.duration(.seconds(seconds)) == words)
  }

  @Test(
    arguments: [
      (-5, "<10s", "<10s"), (9.9, "<10s", "<10s"), (10, "10s", "10s"), (59.9, "50s", "50s"),
      (60, "1m", "1m"), (387, "6m", "6m"), (3_599, "59m", "59m"), (3_600, "1h", "1h00m"),
      (16_860, "4h", "4h41m"), (90_000, "1d", "1d01h"), (863_999_999, "9999d", "9999d23h"),
    ])
  func `an age on a screen does not tick, in its column and in a sentence`(
    seconds: Double, short: String, long: String
  ) {
    #expect(Wording.age(.seconds(seconds)) == short)
    #expect(Wording.longAge(.seconds(seconds)) == long)
  }

  @Test(
    arguments: [
      (-5, "0s", "0s"), (4.9, "4s", "4s"), (387, "6m", "6m27s"), (16_860, "4h", "4h41m"),
      (90_000, "1d", "1d01h"),
    ])
  func `a span of time that is told once is exact`(seconds: Double, short: String, long: String) {
    #expect(Wording.shortDuration(.seconds(seconds)) == short)
    #expect(Wording.elapsed(.seconds(seconds)) == long)
  }

  @Test(arguments: [(0.5, "500ms"), (5, "5s"), (90, "1m30s"), (21_600, "6h"), (0, "0s")])
  func `a limit is written as it is configured`(seconds: Double, words: String) {
    #expect(Wording.limit(.seconds(seconds)) == words)
  }

  @Test func `latencies and clocks have words of their own`() {
    #expect(Wording.latency(.milliseconds(12)) == "12ms")
    #expect(Wording.latency(.milliseconds(1850)) == "1.9s")
    #expect(Wording.clockOffset(.milliseconds(-130)) == "-0.1s")
    #expect(Wording.clockOffset(.milliseconds(-20)) == "+0.0s")
    #expect(Wording.clockOffset(.seconds(902)) == "+15m02s")
  }

  @Test(
    arguments: [
      (2290, 3050, "38m-51m"), (14_400, 20_000, "4h-6h"), (0, 20, "0s-20s"), (1800, 1800, "30m"),
      (-9, -5, "0s"), (100, 50, "1m-2m"), (3000, 1e9, "50m->99d"),
    ])
  func `a range of times is never narrower than it is`(low: Double, high: Double, words: String) {
    #expect(Wording.eta(from: .seconds(low), to: .seconds(high)) == words)
  }

  @Test(
    arguments: [
      (0, "0"), (0.02, "0.1"), (0.42, "0.4"), (310.7, "310"), (1200, "1.2k"), (8400, "8.4k"),
      (9999, "9.9k"), (24_900, "24k"), (999_999, "999k"), (1_250_000, "1.25M"),
      (1_004_118_220, "1.004G"), (24_100_000_000, "24.10G"), (-1, "-"), (.nan, "-"),
      (.infinity, "-"),
      (1e300, "-"),
    ])
  func `a count is shortened and never rounded up`(count: Double, words: String) {
    #expect(Wording.count(count) == words)
  }

  @Test func `digits are grouped and bytes have their unit`() {
    #expect(Wording.grouped(1_004_118_220) == "1,004,118,220")
    #expect(Wording.grouped(97_363) == "97,363")
    #expect(Wording.grouped(310) == "310")
    #expect(Wording.bytes(310) == "310 B")
    #expect(Wording.bytes(20_800_000) == "20.8 MB")
    #expect(Wording.byteRate(2_300_000) == "2.3 MB/s")
    #expect(Wording.byteRate(-1) == "-")
  }

  @Test(
    arguments: [
      (0.61, .exact, " 61%"), (0.29, .exact, " 29%"), (0.082, .estimated, " ~8%"),
      (0.82, .growing, "~82%"), (0.999, .exact, " 99%"), (1, .exact, "100%"),
      (1.11, .exceeded, ">99%"),
      (nil, .unknown, "   -"), (-1, .exact, "   -"), (.nan, .exact, "   -"),
    ] as [(Double?, MigrationModel.Progress.Quality, String)])
  func `a percentage says what its total is worth`(
    fraction: Double?, quality: MigrationModel.Progress.Quality, words: String
  ) {
    #expect(Wording.percent(fraction, quality) == words)
  }

  @Test func `times are in UTC`() {
    let date = Date(timeIntervalSince1970: 1_795_267_244.25)
    #expect(Wording.clock(date) == "13:20:44Z")
    #expect(Wording.dateTime(date) == "2026-11-21 13:20:44Z")
    #expect(Wording.rfc3339(date) == "2026-11-21T13:20:44.250Z")
    #expect(Wording.rfc3339(Date(timeIntervalSince1970: 0)) == "1970-01-01T00:00:00Z")
    #expect(Wording.clock(Date(timeIntervalSince1970: .nan)) == "-")
    #expect(Wording.dateTime(.distantFuture) == "4001-01-01 00:00:00Z")
  }

  @Test func `every day of eight centuries has the date that Foundation gives it`() {
    let style = Date.ISO8601FormatStyle()
    for day in stride(from: -135_000.0, through: 160_000, by: 7) {
      let date = Date(timeIntervalSince1970: day * 86400 - 1)
      #expect(Wording.rfc3339(date) == date.formatted(style))
    }
  }
}
