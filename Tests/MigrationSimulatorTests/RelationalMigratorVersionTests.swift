import HTTPTypes
import MigrationSimulator
import Testing

@Suite struct `Relational Migrator of a version` {
  /// What a document of the version has and the one of 1.17 has not, and the other way round.
  static let fields: [(RelationalMigratorVersion, more: Set<String>, fewer: Set<String>)] = [
    (.v113, ["jobUpdates", "atlasMetadata"], ["jmxConnectivity", "collectionFilters"]),
    (.v1141, ["jobUpdates"], ["jmxConnectivity", "collectionFilters"]),
    (.v1153, [], ["jmxConnectivity", "collectionFilters"]), (.v117, [], []),
    (.v1181, ["connectorStatus"], []),
  ]

  @Test(arguments: fields)
  func `Fields come and go`(
    version: RelationalMigratorVersion, more: Set<String>, fewer: Set<String>
  ) async throws {
    let usual = try #require(try await Stage(.waits, version: .v117).newest()).keys
    let keys = try #require(try await Stage(.waits, version: version).newest()).keys
    #expect(keys.subtracting(usual) == more)
    #expect(usual.subtracting(keys) == fewer)
  }

  @Test func `The inner fields come and go too`() async throws {
    let old = Stage(.becomesReady, version: .v113)
    let lagging = Stage(.becomesReady, version: .v1152)
    let new = Stage(.becomesReady, version: .v1181)
    for stage in [old, lagging, new] { stage.clock.advance(by: 400) }
    #expect(try await old.capture("latestBatchMaxSourceDbLagMs") == nil)
    #expect(try await lagging.capture("latestBatchMaxSourceDbLagMs") != nil)
    let options = { (stage: Stage) in try await stage.newest()?["options"]?.keys ?? [] }
    #expect(try await options(old).count == 4)
    #expect(try await options(new).contains("incrementalSnapshotOptions"))
    #expect(try await options(new).contains("signalingTable") == false)
    #expect(try await new.newest()?["statistics"]?["migratedTables"]?.elements.isEmpty == false)
    #expect(try await lagging.newest()?["metadata"]?.keys.contains("verificationStatus") == true)
    #expect(try await new.newest()?["metadata"]?.keys.contains("verification") == true)
  }

  @Test func `Words come and go`() async throws {
    let word = { (story: RelationalMigratorStory, version: RelationalMigratorVersion) in
      let stage = Stage(story, version: version)
      let job = try await stage.newest()
      return [job?["status"]?.text, job?["options"]?["mode"]?.text].compactMap { $0 }
    }
    #expect(try await word(.changesOnly, .v113) == ["RUNNING", "CDC_ONLY"])
    #expect(try await word(.changesOnly, .v1181) == ["NOT_STARTED", "INCREMENTAL"])
  }

  static let unknownJob: [(RelationalMigratorVersion, keys: Set<String>?)] = [
    (.v113, ["jobId", "message", "description", "timestamp"]), (.v1153, nil),
    (.v1181, ["errorType", "message", "timestamp", "issues"]),
  ]

  @Test(arguments: unknownJob)
  func `An unknown job has an answer of its own`(
    version: RelationalMigratorVersion, keys: Set<String>?
  ) async throws {
    let answer = try await Stage(.waits, version: version).rm("/jobs/no-such-job")
    #expect(answer.status == 404)
    guard let keys else {
      #expect(answer.body.isEmpty)
      return
    }
    #expect(try answer.json().keys == keys)
  }

  @Test func `The log has a call of its own from 1 15 1 on`() async throws {
    for (version, type) in [
      (RelationalMigratorVersion.v115, "text/html;charset=UTF-8"), (.v1151, "application/json"),
    ] {
      let stage = Stage(.snapshotAndVerification, version: version)
      let id = try await stage.newest()?["id"]?.text ?? ""
      #expect(try await stage.rm("/jobs/\(id)/logs").headers[.contentType] == type)
    }
  }

  @Test func `A path below the API is answered by the framework`() async throws {
    let stage = Stage(.waits)
    let answer = try await stage.send(
      stage.responders.relationalMigrator, .get, "/actuator/prometheus")
    #expect(answer.status == 404)
    #expect(try answer.json().keys == ["timestamp", "status", "error", "path"])
    let health = try await stage.send(
      stage.responders.relationalMigrator, .get, "/actuator/health")
    #expect(try health.json()["status"]?.text == "UP")
    #expect(try await stage.rm("/info").json()["build"]?["version"]?.text == "1.18.1")
  }
}
