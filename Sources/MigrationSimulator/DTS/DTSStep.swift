/// One step of a job, or a part of a step.
struct DTSStep: Sendable {
  enum Part: CaseIterable, Sendable {
    case precheck, schema, full, capture, write, etl, verification

    /// Chinese words and untranslated keys, mixed as the service mixes them.
    var name: String {
      switch self {
      case .precheck: "预检查"
      case .schema: "dts.step.struct.load"
      case .full: "dts.step.data.load"
      case .capture: "增量数据服务"
      case .write: "同步"
      case .etl: "etl-check"
      case .verification: "一致性校验"
      }
    }
  }

  enum Course: Sendable {
    case waiting
    case running(percent: Int)
    case replicating(lag: Int64)
    case caughtUp(lag: Int64)
    case retrying(lag: Int64, DTSError)
    case paused(percent: Int)
    case failed(percent: Int, DTSError)
    case finished

    var percent: Int {
      switch self {
      case .waiting: 0
      case .running(let percent), .paused(let percent), .failed(let percent, _): percent
      case .replicating, .caughtUp, .retrying: 0
      case .finished: 100
      }
    }

    /// -1 where nothing is replicated.
    var lag: Int64 {
      switch self {
      case .replicating(let lag), .caughtUp(let lag), .retrying(let lag, _): lag
      case .waiting, .running, .paused, .failed, .finished: -1
      }
    }

    var error: DTSError? {
      switch self {
      case .retrying(_, let error), .failed(_, let error): error
      case .waiting, .running, .replicating, .caughtUp, .paused, .finished: nil
      }
    }
  }

  let part: Part
  let id: String
  var name: String
  var code: String
  var course: Course
  var startedAt: Double?
  var finishedAt: Double?
  /// `full` or `inc`, for Redis only.
  var redisPhase: String?
  /// An error text on a step that has ended well: the service leaves such texts standing.
  var remark: String?
  var children: [DTSStep] = []
  /// Of a step that failed while it replicated; it grows on.
  var standingLag: Int64?
  /// How many parts there are, where ListJobStep counts more than it names.
  var partCount: Int?

  /// In milliseconds; -1 where nothing is replicated.
  var lag: Int64 { standingLag ?? course.lag }
}
