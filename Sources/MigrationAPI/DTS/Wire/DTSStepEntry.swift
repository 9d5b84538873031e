/// A step, or a sub-step, which has no `SubJobCount`, `redisPhaseType` and sub-steps of its own.
package struct DTSStepEntry: WireObject, Equatable, Sendable {
  @Told package var jobStepID: String?
  @Told package var jobStepName: String?
  @Told package var code: String?
  /// Lower runs earlier.
  @Told package var serial: Int64?
  /// In percent.
  @Told package var progress: Double?
  @Told package var subJobCount: Int64?
  /// Negative before the incremental phase.
  @Told package var incLatencySeconds: Int64?
  /// A number on a step, a string on a sub-step.
  @Told package var incLatencyMilliseconds: Int64?
  @Told package var state: String?
  /// May be filled on a finished step.
  @Told package var errMsg: String?
  @ToldList package var errorDetails: [DTSErrorDetail]?
  @Told package var createTime: String?
  @Told package var bootTime: String?
  @Told package var finishTime: String?
  @Told package var modifyTime: String?
  @Told package var needAcceleration: Bool?
  /// `full` or `inc`, for Redis only.
  @Told package var redisPhaseType: String?
  @ToldList package var subJobSteps: [DTSStepEntry]?

  enum CodingKeys: String, CodingKey {
    case jobStepID = "JobStepId"
    case jobStepName = "JobStepName"
    case code = "Code"
    case serial = "Serial"
    case progress = "Progress"
    case subJobCount = "SubJobCount"
    case incLatencySeconds = "IncLatencySeconds"
    case incLatencyMilliseconds = "IncLatencyMilliseconds"
    case state = "State"
    case errMsg = "ErrMsg"
    case errorDetails = "ErrorDetails"
    case createTime = "CreateTime"
    case bootTime = "BootTime"
    case finishTime = "FinishTime"
    case modifyTime = "ModifyTime"
    case needAcceleration = "NeedAcceleration"
    case redisPhaseType
    case subJobSteps = "SubJobSteps"
  }
}
