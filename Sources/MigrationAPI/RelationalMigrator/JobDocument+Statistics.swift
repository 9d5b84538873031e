extension RelationalMigrator {
  /// The snapshot. The three totals are an estimate made before the copy began.
  package struct Statistics: WireObject {
    @Told package var startedAt: String?
    /// Length of the snapshot; it stands still once the snapshot has ended.
    @Told package var elapsedSeconds: Int64?
    /// Falls only when a table is finished.
    @Told package var remainingTableCount: Int64?
    /// As `database.schema.table`.
    @Told package var processingTables: [String]?
    /// Rows; goes on counting change events after the snapshot.
    @Told package var totalEventsSeen: Int64?
    @Told package var snapshotCompleted: Bool?
    @Told package var totalTableCount: Int64?
    /// Rows.
    @Told package var totalEvents: Int64?
    /// Bytes.
    @Told package var totalEventSize: Int64?
    /// From 1.18.
    @Told package var migratedTables: [String]?
  }

  /// The replication behind the snapshot.
  package struct CDCStatistics: WireObject {
    @Told package var startedAt: String?
    /// When the last change event was seen, in the migrator's clock.
    @Told package var lastEventTime: String?
    /// When that event was committed at the source.
    @Told package var lastEventSourceDatabaseTime: String?
    @Told package var eventsInLastHour: Int64?
    @Told package var eventsInLastMinute: Int64?
    @Told package var totalEventsSeen: Int64?
    /// Milliseconds, from 1.15.2; -1 before the first event, and negative with a source clock that
    /// is ahead.
    @Told package var latestBatchMaxSourceDbLagMs: Int64?
  }

  /// How the migrator gets its statistics out of Kafka Connect. While it fails they stand still.
  package struct JMXConnectivity: WireObject {
    @Told package var status: String?
    @Told package var lastSuccessfulScrapeAt: String?
    @Told package var errorMessage: String?
  }
}
