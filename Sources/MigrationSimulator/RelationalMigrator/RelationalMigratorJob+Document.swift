import struct FoundationEssentials.Date

extension RelationalMigratorJob {
  /// In the shape of version 1.17: every key is there, with `null` where the phase has no value.
  func document(at moment: SimulatedMoment) -> Document {
    let head: Document = [
      "id": .text(id),
      "projectId": .text(project.id),
      "status": .text(status),
      "cdcStatus": .text(cdcStatus),
      "verificationJobId": .orNull(verification?.status.map { _ in "v-\(id)" }),
      "options": [
        "dropCollections": false, "mode": .text(mode), "truncationReportMode": "WARN",
        "errorHandling": "FAIL", "errorTolerance": 100, "signalingTable": .null,
      ],
      "jdbcConnectionString": .text(project.jdbc),
      "mongoDbConnectionString": .text(project.mongoDB),
      "submittedAt": .text(CivilTime(moment.date(at: submittedAt)).isoMicroseconds),
    ]
    return head + [
      "statistics": snapshot.map { statistics($0, moment) } ?? .null,
      "cdcStatistics": cdc.map { Self.cdcStatistics($0, moment) } ?? .null,
      "jmxConnectivity": isInProgress && snapshot != nil ? Self.connectivity(moment) : .null,
      "failureError": failure.map { Self.failureError($0, moment) } ?? .null,
      "metadata": [
        "telemetryUserId": "00000000-demo", "verification": verificationDocument,
      ],
      "relationalTableFilters": [:],
      "collectionFilters": ["include": [], "exclude": []],
    ]
  }

  private var verificationDocument: Document {
    guard let verification else { return .null }
    return [
      "samplePercentage": 100, "isEmbeddedMode": true, "status": .orNull(verification.status),
    ]
  }

  private func statistics(_ snapshot: Snapshot, _ moment: SimulatedMoment) -> Document {
    let schema = project.schema
    let finished =
      snapshot.isCompleted
      ? schema.tables.count
      : schema.finishedTables(afterRows: snapshot.rowsSeen)
    let ahead = schema.tables.dropFirst(finished).map { Document.text($0.name) }
    return [
      "startedAt": .text(CivilTime(moment.date(at: snapshot.startedAt)).isoMilliseconds),
      "elapsedSeconds": .number(Int64(snapshot.seconds)),
      "remainingTableCount": .number(schema.tables.count - finished),
      "processingTables": .array(isInProgress ? Array(ahead.prefix(2)) : []),
      "totalEventsSeen": .number(snapshot.rowsSeen),
      "snapshotCompleted": .flag(snapshot.isCompleted),
      "totalTableCount": .number(schema.tables.count),
      "totalEvents": .number(schema.estimatedRows),
      "totalEventSize": .number(schema.estimatedBytes),
    ]
  }

  private static func cdcStatistics(_ cdc: Capture, _ moment: SimulatedMoment) -> Document {
    let last = cdc.lastEventAt.map { moment.date(at: $0) }
    let source = last?.addingTimeInterval(-Double(cdc.lagMilliseconds) / 1_000)
    return [
      "startedAt": .text(CivilTime(moment.date(at: cdc.startedAt)).isoMilliseconds),
      "lastEventTime": .orNull(last.map { CivilTime($0).isoMilliseconds }),
      "lastEventSourceDatabaseTime": .orNull(source.map { CivilTime($0).isoMilliseconds }),
      "eventsInLastHour": .number(cdc.eventsInLastHour),
      "eventsInLastMinute": .number(cdc.eventsInLastMinute),
      "totalEventsSeen": .number(cdc.events),
      "latestBatchMaxSourceDbLagMs": .number(cdc.lagMilliseconds),
    ]
  }

  private static func connectivity(_ moment: SimulatedMoment) -> Document {
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

  private static func failureError(_ failure: Failure, _ moment: SimulatedMoment) -> Document {
    [
      "errorType": .text(failure.type),
      "message": .text(failure.message),
      "failureAt": .text(CivilTime(moment.date(at: failure.at)).isoMilliseconds),
      "setupError": .flag(failure.isSetup),
    ]
  }
}

extension RelationalMigratorJob.LogEvent {
  func document(at moment: SimulatedMoment) -> Document {
    [
      "eventType": .text(type),
      "message": .text(message),
      "timestamp": .text(CivilTime(moment.date(at: at)).isoMilliseconds),
      "details": .orNull(details),
      "stackTrace": .array(stackTrace.map(Document.text)),
      "locationType": .orNull(table.map { _ in "TABLE" }),
      "locationName": .orNull(table),
      "fieldName": .null,
      "key": .null,
      "errorType": .orNull(errorType),
    ]
  }
}
