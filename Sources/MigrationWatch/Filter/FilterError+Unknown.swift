extension FilterError {
  /// `unknown state fialed: did you mean failed?`
  static func unknown(
    _ kind: String, _ name: String, among known: [String], at column: Int
  ) -> FilterError {
    let hint =
      Nearest.name(to: name, among: known).map { "did you mean \($0)?" }
      ?? "known are " + known.joined(separator: ", ")
    return FilterError(column: column, message: "unknown \(kind) \(name): \(hint)")
  }

  static func unknownKey(_ name: String, at column: Int) -> FilterError {
    let keys =
      FilterWord.allCases.map(\.rawValue) + FilterNumber.allCases.map(\.rawValue) + ["is"]
    let hint =
      Nearest.name(to: name, among: keys).map { "did you mean \($0)?" }
      ?? "text with an operator in it needs quotes"
    return FilterError(column: column, message: "unknown key \(name): \(hint)")
  }
}
