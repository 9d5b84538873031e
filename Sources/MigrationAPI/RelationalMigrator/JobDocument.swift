extension RelationalMigrator {
  /// The answer of `GET /api/v1/jobs/{jobId}`, and each element of `GET /api/v1/jobs`.
  ///
  /// Servers were seen to write absent values as `null`, so both are read alike. Fields come and
  /// go with the version: ``jobUpdates`` and ``atlasMetadata`` until 1.14, ``connectorStatus``
  /// from 1.18.
  package struct JobDocument: WireObject {
    @Told package var id: String?
    @Told package var projectId: String?
    @Told package var status: String?
    @Told package var cdcStatus: String?
    @Told package var verificationJobId: String?
    @Told package var options: Options?
    @Told package var jdbcConnectionString: ConnectionString?
    @Told package var mongoDbConnectionString: ConnectionString?
    /// RFC 3339 with 0 to 9 digits of a second.
    @Told package var submittedAt: String?
    @Told package var statistics: Statistics?
    @Told package var cdcStatistics: CDCStatistics?
    @Told package var jmxConnectivity: JMXConnectivity?
    @Told package var failureError: FailureError?
    @Told package var metadata: Metadata?
    /// By schema, then by table.
    @Told package var relationalTableFilters: [String: [String: TableFilter]]?
    @Told package var collectionFilters: CollectionFilters?
    @Told package var connectorStatus: String?
    @Told package var jobUpdates: [JobUpdate]?
    @Told package var atlasMetadata: [String: String]?
    var unknown = UnknownFields()

    enum CodingKeys: String, CodingKey, CaseIterable {
      case id, projectId, status, cdcStatus, verificationJobId, options, jdbcConnectionString,
        mongoDbConnectionString, submittedAt, statistics, cdcStatistics, jmxConnectivity,
        failureError, metadata, relationalTableFilters, collectionFilters, connectorStatus,
        jobUpdates, atlasMetadata
    }

    package init?(wire decoder: any Decoder) {
      guard (try? decoder.container(keyedBy: AnyKey.self)) != nil,
        var document = try? Self(from: decoder)
      else { return nil }
      document.unknown = UnknownFields(decoder, known: Set(CodingKeys.allCases.map(\.rawValue)))
      self = document
    }
  }

  /// What the user chose when the job was created.
  package struct Options: WireObject {
    @Told package var dropCollections: Bool?
    @Told package var mode: String?
    @Told package var truncationReportMode: String?
    @Told package var errorHandling: String?
    /// Failed records allowed before the job gives up; `nil` is no limit.
    @Told package var errorTolerance: Int64?
    /// Until 1.17, as `database.schema.table`.
    @Told package var signalingTable: String?
    /// From 1.18; its inner fields are not published.
    @Told package var incrementalSnapshotOptions: [String: String]?
  }

  /// Which rows of a table the snapshot copies; the replication ignores it.
  package struct TableFilter: WireObject {
    @Told package var whereClause: String?
    @Told package var rowCount: Int64?
  }

  /// Collections to copy: those included but not excluded, all if neither is told.
  package struct CollectionFilters: WireObject {
    @Told package var include: [String]?
    @Told package var exclude: [String]?
  }
}
