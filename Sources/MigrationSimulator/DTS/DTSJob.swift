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
  /// Of the check of the data, as the service words it.
  var verification: String?

  func step(_ part: DTSStep.Part) -> DTSStep? { steps.first { $0.part == part } }
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
