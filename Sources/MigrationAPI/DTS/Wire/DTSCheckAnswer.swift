/// One page of the answer of `DescribePreCheckStatus`: a step's items, whatever its name says.
package struct DTSCheckAnswer: WireObject, Equatable, Sendable {
  @Told package var success: Bool?
  @Told package var jobName: String?
  /// The step that was asked for, `01` to `04`: no error code, for all its name.
  @Told package var code: String?
  @Told package var state: String?
  @Told package var total: Int64?
  @Told package var errorItem: Int64?
  @Told package var pageNumber: Int64?
  /// Of all pages.
  @Told package var totalRecordCount: Int64?
  @ToldList package var jobProgress: [DTSCheckItem]?
  /// Of a distributed task, one for each of its parts.
  @ToldList package var subDistributedJobStatus: [DTSCheckPart]?
  /// The check of the networks between the regions of a task.
  @ToldList package var fullNetCheckJobStatus: [DTSCheckPart]?
  @Told package var networkDiagnosisResult: DTSNetworkDiagnosis?

  enum CodingKeys: String, CodingKey {
    case success = "Success"
    case jobName = "JobName"
    case code = "Code"
    case state = "State"
    case total = "Total"
    case errorItem = "ErrorItem"
    case pageNumber = "PageNumber"
    case totalRecordCount = "TotalRecordCount"
    case jobProgress = "JobProgress"
    case subDistributedJobStatus = "SubDistributedJobStatus"
    case fullNetCheckJobStatus = "FullNetCheckJobStatus"
    case networkDiagnosisResult = "NetworkDiagnosisResult"
  }
}

/// The items of a part of a task, or of one way between two regions.
package struct DTSCheckPart: WireObject, Equatable, Sendable {
  @Told package var jobID: String?
  @Told package var jobName: String?
  @Told package var code: String?
  @Told package var state: String?
  @Told package var srcRegion: String?
  @Told package var destRegion: String?
  @ToldList package var jobProgress: [DTSCheckItem]?

  enum CodingKeys: String, CodingKey {
    case jobID = "JobId"
    case jobName = "JobName"
    case code = "Code"
    case state = "State"
    case srcRegion = "SrcRegion"
    case destRegion = "DestRegion"
    case jobProgress = "JobProgress"
  }
}

/// What the service found out about the way to a database.
package struct DTSNetworkDiagnosis: WireObject, Equatable, Sendable {
  @ToldList package var diagnosis: [Finding]?

  enum CodingKeys: String, CodingKey { case diagnosis = "Diagnosis" }

  package struct Finding: WireObject, Equatable, Sendable {
    @Told package var code: String?
    @Told package var endpointType: String?
    @Told package var result: String?
    @Told package var internationalDocURL: String?

    enum CodingKeys: String, CodingKey {
      case code = "Code"
      case endpointType = "EndpointType"
      case result = "Result"
      case internationalDocURL = "InternationalDocUrl"
    }
  }
}
