import struct FoundationEssentials.Date

extension RelationalMigratorJob {
  /// As a version writes it: every key that it knows is there, with `null` where the phase has no
  /// value.
  func document(at moment: SimulatedMoment, in version: RelationalMigratorVersion) -> Document {
    identity(at: moment, in: version) + [
      "statistics": snapshot.map { statistics($0, moment, version) } ?? .null,
      "cdcStatistics": cdc.map { Self.cdcStatistics($0, moment, version) } ?? .null,
      "jmxConnectivity": version.hasFieldsOf116 ? connectivity(at: moment) : nil,
      "connectorStatus": version.hasFieldsOf118 ? connectorStatus : nil,
      "failureError": failure.map { Self.failureError($0, moment, version) } ?? .null,
      "metadata": metadata(in: version),
      "relationalTableFilters": [:],
      "collectionFilters": version.hasFieldsOf116 ? ["include": [], "exclude": []] : nil,
      "atlasMetadata": version.hasAtlasMetadata ? .null : nil,
      "jobUpdates": version.hasJobUpdates
        ? .array(wholeLog.map { $0.update(at: moment, in: version) }) : nil,
    ]
  }

  private func identity(
    at moment: SimulatedMoment, in version: RelationalMigratorVersion
  ) -> Document {
    [
      "id": .text(id),
      "projectId": .text(project.id),
      "status": .text(status(in: version)),
      "cdcStatus": .text(cdcStatus),
      "verificationJobId": .orNull(verification?.status.map { _ in "v-\(id)" }),
      "options": options(in: version),
      "jdbcConnectionString": .text(project.jdbc),
      "mongoDbConnectionString": .text(project.mongoDB),
      // Six digits here and three elsewhere: both were seen.
      "submittedAt": .text(CivilTime(moment.date(at: submittedAt)).isoMicroseconds),
    ]
  }

  private func status(in version: RelationalMigratorVersion) -> String {
    switch status {
    case "NOT_STARTED" where !version.knowsNotStarted: "RUNNING"
    case "PAUSED" where !version.knowsPaused: "RUNNING"
    default: status
    }
  }

  private func options(in version: RelationalMigratorVersion) -> Document {
    let modeWord =
      switch mode {
      case .snapshot: "SNAPSHOT"
      case .changes: "CDC"
      case .onlyChanges: version.changesOnlyMode
      }
    return [
      "dropCollections": false, "mode": .text(modeWord),
      "truncationReportMode": version.hasFieldsOf116 ? "WARN" : nil,
      "errorHandling": warnings == nil ? "FAIL" : "WARN", "errorTolerance": 100,
      "signalingTable": version.hasSignalingTable ? .null : nil,
      "incrementalSnapshotOptions": version.hasFieldsOf118 ? .null : nil,
    ]
  }

  private func metadata(in version: RelationalMigratorVersion) -> Document {
    let user: Document = ["telemetryUserId": "00000000-demo"]
    guard version.hasFieldsOf116 else {
      return user + [
        "verificationRequested": .flag(verification != nil),
        "verificationStatus": .orNull(verification?.status),
      ]
    }
    guard let verification else { return user + ["verification": .null] }
    return user + [
      "verification": [
        "samplePercentage": 100, "isEmbeddedMode": true, "status": .orNull(verification.status),
      ]
    ]
  }

  /// The words are those of Kafka Connect; the field came without a list of its own.
  private var connectorStatus: Document {
    guard snapshot != nil || cdc != nil, isInProgress || status == "FAILED" else { return .null }
    switch status {
    case "PAUSED": return "PAUSED"
    case "FAILED": return "FAILED"
    default: return "RUNNING"
    }
  }

  private func connectivity(at moment: SimulatedMoment) -> Document {
    guard isInProgress, snapshot != nil || cdc != nil else { return .null }
    guard let stopped = moment.staleScrape?.lastSuccess else {
      return [
        "status": "AVAILABLE",
        "lastSuccessfulScrapeAt": .text(
          CivilTime(moment.now.addingTimeInterval(-0.8)).isoMilliseconds),
        "errorMessage": .null,
      ]
    }
    return [
      "status": "UNAVAILABLE",
      "lastSuccessfulScrapeAt": .text(CivilTime(stopped).isoMilliseconds),
      "errorMessage": """
      Connection refused to host: localhost; nested exception is:
      java.net.ConnectException: Connection refused
      """,
    ]
  }

  private static func failureError(
    _ failure: Failure, _ moment: SimulatedMoment, _ version: RelationalMigratorVersion
  ) -> Document {
    [
      "errorType": .text(failure.type),
      "message": .text(failure.message),
      "failureAt": .text(CivilTime(moment.date(at: failure.at)).isoMilliseconds),
      "setupError": .flag(failure.isSetup),
      "failedLocation": version.hasFieldsOf118 ? .orNull(failure.table) : nil,
      "failedLocationType": version.hasFieldsOf118
        ? .orNull(failure.table.map { _ in "TABLE" })
        : nil,
    ]
  }
}
