import struct FoundationEssentials.Date

extension RelationalMigratorJob {
  func statistics(
    _ snapshot: Snapshot, _ moment: SimulatedMoment, _ version: RelationalMigratorVersion
  ) -> Document {
    let schema = project.schema
    let names = schema.tables.map { Document.text($0.name) }
    let finished =
      snapshot.isCompleted ? names.count : schema.finishedTables(afterRows: snapshot.rowsSeen)
    return [
      "startedAt": .text(CivilTime(moment.date(at: snapshot.startedAt)).isoMilliseconds),
      "elapsedSeconds": .number(Int64(snapshot.seconds)),
      "remainingTableCount": .number(names.count - finished),
      "processingTables": .array(isInProgress ? Array(names.dropFirst(finished).prefix(2)) : []),
      "totalEventsSeen": .number(snapshot.rowsSeen),
      "snapshotCompleted": .flag(snapshot.isCompleted),
      "totalTableCount": .number(names.count),
      "totalEvents": .number(schema.estimatedRows),
      "totalEventSize": .number(schema.estimatedBytes),
      "migratedTables": version.hasFieldsOf118 ? .array(Array(names.prefix(finished))) : nil,
    ]
  }

  static func cdcStatistics(
    _ cdc: Capture, _ moment: SimulatedMoment, _ version: RelationalMigratorVersion
  ) -> Document {
    let last = cdc.lastEventAt.map { moment.date(at: $0) }
    let source = last?.addingTimeInterval(-Double(cdc.lagMilliseconds) / 1_000)
    return [
      "startedAt": .text(CivilTime(moment.date(at: cdc.startedAt)).isoMilliseconds),
      "lastEventTime": .orNull(last.map { CivilTime($0).isoMilliseconds }),
      "lastEventSourceDatabaseTime": version.hasFieldsOf116
        ? .orNull(source.map { CivilTime($0).isoMilliseconds }) : nil,
      "eventsInLastHour": .number(cdc.eventsInLastHour),
      "eventsInLastMinute": .number(cdc.eventsInLastMinute),
      "totalEventsSeen": .number(cdc.events),
      "latestBatchMaxSourceDbLagMs": version.hasLag ? .number(cdc.lagMilliseconds) : nil,
    ]
  }
}

extension RelationalMigratorJob.LogEvent {
  /// An element of the log's own call.
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
      "key": key ?? .null,
      "errorType": .orNull(errorType),
    ]
  }

  /// An element of `jobUpdates`.
  func update(at moment: SimulatedMoment, in version: RelationalMigratorVersion) -> Document {
    [
      "eventType": .text(type),
      "message": .text(message),
      "timestamp": .text(CivilTime(moment.date(at: at)).iso),
      "details": .orNull(details),
      "stage": .text(message.hasPrefix("Verification") ? "VERIFICATION" : "SNAPSHOTTING"),
      "errorCode": .orNull(errorType),
      "count": 1,
      "stackTrace": version.hasStackTraceInOneText
        ? .orNull(stackTrace.isEmpty ? nil : stackTrace.joined(separator: "\n"))
        : .array(stackTrace.map(Document.text)),
      "suggestion": version.hasStackTraceInOneText ? .null : nil,
      "location": table.map { ["table": .text($0)] } ?? .null,
    ]
  }
}
