/// One job as it stands at one moment. Times are simulated seconds.
struct DTSJob: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case migration = "MIGRATION"
    case sync = "SYNC"
    case subscription = "SUBSCRIBE"
  }

  let index: Int
  let id: String
  let name: String
  let kind: Kind
  let instanceClass: String
  let source: DatabaseSeat
  let target: DatabaseSeat
  let createdAt: Double
  var finishedAt: Double?
  /// As DescribeDtsJobs spells it.
  var status: String
  var steps: [DTSStep] = []
  /// From the source's commit to the target's, where the incremental phase has begun.
  var lagMilliseconds: Int64?
  /// Rows read by the full phase so far.
  var rows: Int64 = 0
  var rowsPerSecond = 0.0
  var megabytesPerSecond = 0.0
  var error: DTSError?
  var retry: DTSRetry?
  /// What the comparisons of the data do that have no step of their own; `nil` for those that
  /// nobody asked for.
  var incrementalCheck: DTSStep.Course?
  var structureCheck: DTSStep.Course?
  /// The service's reference to its own list of errors.
  var documented: DTSDocumentedError?

  /// `Forward` or `Reverse`, for a sync in both directions only.
  var direction: String?
  /// The other direction of such a sync: at most one.
  var reverse: [DTSJob] = []
  /// What a distributed sync is divided into.
  var shards: [DTSJob] = []
  /// What changes of the synchronized objects have led to, the latest first.
  var changes: [DTSJob] = []

  /// All jobs inside this one that have ids of their own.
  var relatives: [DTSJob] { reverse + shards + changes }

  /// Both directions are one instance.
  var instanceID: String { "dts\(direction == "Reverse" ? Self.parentID(id) ?? id : id)" }

  func step(_ part: DTSStep.Part) -> DTSStep? { steps.first { $0.part == part } }
}

extension DTSJob {
  /// The id of the relative with that number: the job's own, with two letters before it.
  func relativeID(_ number: Int) -> String { "x\(number % 10)\(id)" }

  /// The id of the job to which a relative belongs; `nil` for what is no relative's.
  static func parentID(_ id: String) -> String? {
    guard id.count > 2, id.hasPrefix("x") else { return nil }
    return String(id.dropFirst(2))
  }
}

struct DTSError: Sendable {
  let code: String
  let message: String

  var documents: Document {
    [
      [
        "ErrorCode": .text(code),
        "HelpUrl": .text("https://help.aliyun.com/document_detail/462133.html"),
      ]
    ]
  }
}

/// What a job that keeps trying says of it.
struct DTSRetry: Sendable {
  let target: String
  let module: String
  let count: Int64
  /// Seconds since this trying began.
  let seconds: Int64
  let message: String
}

/// An error that stands in the service's public list, with what to do about it.
struct DTSDocumentedError: Sendable {
  let code: String
  let kind: String
  let message: String
  let workaround: String

  var fields: Document {
    let key = code.uppercased().replacing(".", with: "-")
    return [
      "MigrationErrCode": .text(code), "MigrationErrType": .text(kind),
      "MigrationErrMsg": .text(message), "MigrationErrWorkaround": .text(workaround),
      "MigrationErrHelpDocId": "462133", "MigrationErrHelpDocKey": .text(key),
    ]
  }
}
