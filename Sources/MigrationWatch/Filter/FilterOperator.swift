/// What may stand between a key and its value.
enum FilterOperator: String, CaseIterable, Sendable {
  case among = ":"
  case like = "~"
  case atMost = "<="
  case atLeast = ">="
  case notEqual = "!="
  case equal = "=="
  case less = "<"
  case greater = ">"
  case assigned = "="

  /// Whether `number` stands to `limit` as asked; a NaN stands to nothing.
  func holds(_ number: Double, _ limit: Double) -> Bool {
    switch self {
    case .atMost: number <= limit
    case .atLeast: number >= limit
    case .notEqual: number != limit && !number.isNaN
    case .equal, .assigned: number == limit
    case .less: number < limit
    case .greater: number > limit
    case .among, .like: false
    }
  }
}
