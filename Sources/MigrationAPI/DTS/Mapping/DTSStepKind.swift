import MigrationModel

/// What a step does, told by its number and by the names that the service mixes in one field.
enum DTSStepKind: Hashable {
  case precheck, schema, data, capture, write, verification, etl

  /// The public step numbers; capture, ETL and verification have none.
  init?(code: String?) {
    switch code?.trimmed {
    case "01": self = .precheck
    case "02": self = .schema
    case "03": self = .data
    case "04", "07": self = .write
    default: return nil
    }
  }

  /// Untranslated keys and Chinese stand in the same field; the English words are those of the
  /// SDK's comments.
  init?(name: String?) {
    switch name?.trimmed.lowercased() {
    case "预检查", "precheck": self = .precheck
    case "dts.step.struct.load": self = .schema
    case "dts.step.data.load": self = .data
    case "增量数据服务", "incremental data service": self = .capture
    case "同步", "synchronization": self = .write
    case "一致性校验", "consistency validation": self = .verification
    case "etl-check": self = .etl
    default: return nil
    }
  }

  /// The kind of a Redis step, whose one name covers both phases; `nil` for every other job.
  init?(redisPhase: String?) {
    switch redisPhase?.trimmed.lowercased() {
    case "full": self = .data
    case "inc": self = .write
    default: return nil
    }
  }

  var phase: Phase {
    switch self {
    case .precheck: .precheck
    case .schema: .schema
    case .data: .full
    case .capture, .write: .incremental
    case .verification: .verifying
    case .etl: .unknown
    }
  }

  var half: Step.Half? {
    switch self {
    case .capture: .reading
    case .write: .writing
    case .precheck, .schema, .data, .verification, .etl: nil
    }
  }

  var label: String {
    switch self {
    case .precheck: "Precheck"
    case .schema: "Schema"
    case .data: "Full data"
    case .capture: "Incremental capture"
    case .write: "Incremental write"
    case .verification: "Verification"
    case .etl: "ETL check"
    }
  }

  /// The name as the service writes it, for steps that are built from a listing.
  var wireName: String {
    switch self {
    case .precheck: "预检查"
    case .schema: "dts.step.struct.load"
    case .data: "dts.step.data.load"
    case .capture: "增量数据服务"
    case .write: "同步"
    case .verification: "一致性校验"
    case .etl: "etl-check"
    }
  }
}

extension Phase {
  /// The phases of a DTS task in the order in which they count, whatever starts earlier beside
  /// them.
  static let inOrder: [Phase] = [.precheck, .schema, .full, .incremental, .verifying]
}
