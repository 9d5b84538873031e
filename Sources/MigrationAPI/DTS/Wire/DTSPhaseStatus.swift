/// How one phase of a task goes, as the list of tasks tells it: precheck, structure, data, changes,
/// checks.
package struct DTSPhaseStatus: WireObject, Equatable, Sendable {
  @Told package var status: String?
  /// In percent, written as text.
  @Told package var percent: String?
  /// Tables or rows done as text, `0/0`, or a sentence of its own in data checks; never in a
  /// precheck.
  @Told package var progress: String?
  @Told package var errorMessage: String?
  @Told package var needUpgrade: Bool?
  /// Of a precheck only.
  @ToldList package var detail: [DTSPrecheckItem]?

  enum CodingKeys: String, CodingKey {
    case status = "Status"
    case percent = "Percent"
    case progress = "Progress"
    case errorMessage = "ErrorMessage"
    case needUpgrade = "NeedUpgrade"
    case detail = "Detail"
  }

  /// `nil` for what is no number of percent.
  var percentValue: Double? {
    guard let text = percent?.trimmed,
      let value = Double(text.hasSuffix("%") ? text.dropLast() : text[...]), value.isFinite
    else { return nil }
    return value.unlessNegative
  }

  /// `44755` as 44755 of unknown, `5/9` as 5 of 9; a total of 0 is unknown.
  var count: (done: Int64?, total: Int64?) {
    let parts = (progress ?? "").split(separator: "/", maxSplits: 1)
      .map { Int64($0.trimmed) }
    guard let done = parts.first ?? nil, done >= 0 else { return (nil, nil) }
    guard parts.count == 2 else { return (done, nil) }
    guard let total = parts[1], total > 0 else { return (nil, nil) }
    return (done, total)
  }
}

/// One item of a precheck.
package struct DTSPrecheckItem: WireObject, Equatable, Sendable {
  @Told package var checkItem: String?
  @Told package var checkItemDescription: String?
  /// `Success` or `Failed`.
  @Told package var checkResult: String?
  @Told package var failedReason: String?
  @Told package var repairMethod: String?

  enum CodingKeys: String, CodingKey {
    case checkItem = "CheckItem"
    case checkItemDescription = "CheckItemDescription"
    case checkResult = "CheckResult"
    case failedReason = "FailedReason"
    case repairMethod = "RepairMethod"
  }
}
