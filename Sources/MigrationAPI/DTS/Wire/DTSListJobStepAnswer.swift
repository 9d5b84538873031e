/// The answer of `ListJobStep`.
package struct DTSListJobStepAnswer: WireObject, Equatable, Sendable {
  @Told package var success: Bool?
  @Told package var httpStatusCode: Int64?
  @Told package var requestID: String?
  @Told package var code: String?
  @Told package var usesV2API: Bool?
  @ToldList package var jobSteps: [DTSStepEntry]?

  enum CodingKeys: String, CodingKey {
    case success = "Success"
    case httpStatusCode = "HttpStatusCode"
    case requestID = "RequestId"
    case code = "Code"
    case usesV2API = "UseV2API"
    case jobSteps = "JobSteps"
  }
}
