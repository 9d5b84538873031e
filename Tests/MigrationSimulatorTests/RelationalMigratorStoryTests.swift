import MigrationSimulator
import Testing

@Suite struct `A story of Relational Migrator` {
  @Test func `A table that stands still keeps its job at 99 percent`() async throws {
    let stage = Stage(.tableStandsStill)
    stage.clock.advance(by: 310)
    let before = try #require(try await stage.statistics("totalEventsSeen"))
    let total = try #require(try await stage.statistics("totalEvents"))
    #expect((0.99..<1).contains(before / total))
    stage.clock.advance(by: 86_400)
    #expect(try await stage.statistics("totalEventsSeen") == before)
    #expect(try await stage.statistics("remainingTableCount") ?? 0 >= 1)
    #expect(try await stage.newest()?["status"]?.text == "RUNNING")
  }

  @Test func `A restart falls back to nothing once, and ends`() async throws {
    let stage = Stage(.restartsFromZero)
    var falls = 0
    var last = 0.0
    for _ in 0..<250 {
      stage.clock.advance(by: 2)
      let seen = try await stage.statistics("totalEventsSeen") ?? 0
      if seen < last { falls += 1 }
      last = seen
    }
    #expect(falls == 1)
    #expect(try await stage.newest()?["statistics"]?["snapshotCompleted"] == .flag(true))
  }

  @Test func `More rows than the estimate, never in parts of a batch`() async throws {
    let stage = Stage(.exceedsEstimate)
    stage.clock.advance(by: 250)
    let seen = try #require(try await stage.statistics("totalEventsSeen"))
    #expect(seen > 1.2 * (try await stage.statistics("totalEvents") ?? .infinity))
    #expect(seen.truncatingRemainder(dividingBy: 2_048) == 0)
  }

  @Test func `The lag grows in one story and is gone in another`() async throws {
    let growing = Stage(.lagGrows)
    let falling = Stage(.becomesReady)
    var lags: [[Double]] = [[], []]
    for stage in [growing, falling] { stage.clock.advance(by: 310) }
    for _ in 0..<10 {
      for (index, stage) in [growing, falling].enumerated() {
        stage.clock.advance(by: 30)
        lags[index].append(try await stage.capture("latestBatchMaxSourceDbLagMs") ?? -1)
      }
    }
    #expect(lags[0] == lags[0].sorted() && (lags[0].last ?? 0) > 60_000)
    #expect((lags[1].first ?? 0) > 60_000 && lags[1].suffix(2).allSatisfy { $0 < 1_000 })
  }

  @Test func `An idle source leaves the last lag standing and no events`() async throws {
    let stage = Stage(.sourceGoesIdle)
    stage.clock.advance(by: 560)
    let lag = try await stage.capture("latestBatchMaxSourceDbLagMs")
    stage.clock.advance(by: 5_000)
    #expect(lag != -1)
    #expect(try await stage.capture("latestBatchMaxSourceDbLagMs") == lag)
    #expect(try await stage.capture("eventsInLastHour") == 0)
  }

  @Test(arguments: [
    (RelationalMigratorStory.isPaused, "PAUSED", "PAUSED"), (.changesFail, "FAILED", "FAILED"),
    (.verificationDiffers, "COMPLETED", "NOT_STARTED"), (.lagGrows, "RUNNING", "RUNNING"),
  ])
  func `Each ends with its own words, and stays so`(
    story: RelationalMigratorStory, status: String, captureStatus: String
  ) async throws {
    let stage = Stage(story)
    for seconds in [700.0, 40_000] {
      stage.clock.advance(by: seconds)
      let job = try await stage.newest()
      #expect(job?["status"]?.text == status)
      #expect(job?["cdcStatus"]?.text == captureStatus)
    }
  }

  @Test func `A large log is above a megabyte in one answer`() async throws {
    let stage = Stage(.largeLog)
    stage.clock.advance(by: 60)
    let id = try await stage.newest()?["id"]?.text ?? ""
    let answer = try await stage.rm("/jobs/\(id)/logs")
    #expect(answer.body.count > 1 << 20)
    #expect(try answer.json().elements.count == 1_000)
    let rest = try await stage.rm("/jobs/\(id)/logs?limit=100&offset=2200&eventType=WARNING")
    #expect(try rest.json().elements.count == 80)
  }
}
