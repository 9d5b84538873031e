/// A task of the list.
package struct DTSJobEntry: WireObject, Equatable, Sendable {
  @Told package var dtsJobID: String?
  @Told package var dtsInstanceID: String?
  @Told package var dtsJobName: String?
  @Told package var dtsJobClass: String?
  @Told package var jobType: String?
  @Told package var status: String?
  /// In ``DTSRecord/delayUnit``; -1 outside the incremental phase.
  @Told package var delay: Int64?
  /// In seconds since 1970.
  @Told package var checkpoint: Int64?
  @Told package var createTime: String?
  @Told package var errorMessage: String?
  @ToldList package var errorDetails: [DTSErrorDetail]?
  @Told package var migrationErrCode: String?
  @Told package var migrationErrMsg: String?
  @Told package var migrationErrType: String?
  @Told package var migrationErrWorkaround: String?
  @Told package var migrationErrHelpDocID: String?
  @Told package var migrationErrHelpDocKey: String?
  @Told package var migrationMode: DTSMigrationMode?
  @Told package var precheckStatus: DTSPhaseStatus?
  @Told package var structureInitializationStatus: DTSPhaseStatus?
  @Told package var dataInitializationStatus: DTSPhaseStatus?
  @Told package var dataSynchronizationStatus: DTSPhaseStatus?
  @Told package var dataETLStatus: DTSPhaseStatus?
  @Told package var fullDataCheckStatus: DTSPhaseStatus?
  @Told package var incDataCheckStatus: DTSPhaseStatus?
  @Told package var structureDataCheckStatus: DTSPhaseStatus?
  @Told package var timeWindowDataCheckStatus: DTSPhaseStatus?
  @Told package var performance: DTSPerformance?
  @Told package var retryState: DTSRetryState?
  /// At most one, the other direction of a two-way sync; a list because a value cannot hold its own
  /// type.
  @ToldList package var reverseJob: [DTSJobEntry]?
  @Told package var sourceEndpoint: DTSEndpoint?
  @Told package var destinationEndpoint: DTSEndpoint?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case dtsJobID = "DtsJobId"
    case dtsInstanceID = "DtsInstanceID"
    case dtsJobName = "DtsJobName"
    case dtsJobClass = "DtsJobClass"
    case jobType = "JobType"
    case status = "Status"
    case delay = "Delay"
    case checkpoint = "Checkpoint"
    case createTime = "CreateTime"
    case errorMessage = "ErrorMessage"
    case errorDetails = "ErrorDetails"
    case migrationErrCode = "MigrationErrCode"
    case migrationErrMsg = "MigrationErrMsg"
    case migrationErrType = "MigrationErrType"
    case migrationErrWorkaround = "MigrationErrWorkaround"
    case migrationErrHelpDocID = "MigrationErrHelpDocId"
    case migrationErrHelpDocKey = "MigrationErrHelpDocKey"
    case migrationMode = "MigrationMode"
    case precheckStatus = "PrecheckStatus"
    case structureInitializationStatus = "StructureInitializationStatus"
    case dataInitializationStatus = "DataInitializationStatus"
    case dataSynchronizationStatus = "DataSynchronizationStatus"
    case dataETLStatus = "DataEtlStatus"
    case fullDataCheckStatus = "FullDataCheckStatus"
    case incDataCheckStatus = "IncDataCheckStatus"
    case structureDataCheckStatus = "StructureDataCheckStatus"
    case timeWindowDataCheckStatus = "TimeWindowDataCheckStatus"
    case performance = "Performance"
    case retryState = "RetryState"
    case reverseJob = "ReverseJob"
    case sourceEndpoint = "SourceEndpoint"
    case destinationEndpoint = "DestinationEndpoint"
  }

  /// Those read above, and the documented ones that say nothing about a migration's course.
  static let knownFields = Set(CodingKeys.allCases.map(\.rawValue)).union([
    "AppName", "BeginTimestamp", "ConsumptionCheckpoint", "ConsumptionClient", "CpuUsage",
    "DataCloudStatus", "DbObject", "DedicatedClusterId", "DemoJob", "DtsBisLabel",
    "DtsJobDirection", "DuRealUsage", "DuUsage", "EndTimestamp", "EtlSafeCheckpoint", "ExpireTime",
    "InsightModule", "MaxDu", "MemUsage", "MinDu", "OriginType", "PayType", "Reserved",
    "ResourceGroupDisplayName", "ResourceGroupId", "TagList",
  ])
}
