import MigrationModel

extension DTSPrecheckItem {
  func step(number: Int) -> Step {
    let state = DTSStepState(word: checkResult)?.state ?? .unknown
    let message = failedReason?.nonEmpty
    let help = repairMethod?.nonEmpty
    let isSilent = state == .done || (message == nil && help == nil)
    return Step(
      id: "\(checkItem ?? "item")-\(number)", name: checkItem ?? "",
      label: DTSCheckName(checkItemDescription, of: checkItem).label, state: state,
      nativeState: checkResult?.nonEmpty, phase: .precheck,
      error: isSilent
        ? nil : Step.Error(code: checkItem?.nonEmpty, message: message, help: help))
  }
}

extension [DTSPrecheckItem] {
  var steps: [Step] { enumerated().map { $1.step(number: $0) } }
}

/// The name of an item of a precheck, for people.
struct DTSCheckName {
  let label: String

  /// - Parameters:
  ///   - description: A sentence, or the key that the console would translate.
  ///   - item: `CHECK_CONN_DEST` or the like.
  init(_ description: String?, of item: String?) {
    let key = item?.nonEmpty
    guard let text = description?.nonEmpty, !Self.isKey(text) else {
      label = (key ?? description?.nonEmpty).map(Self.spelledOut) ?? "Check"
      return
    }
    label = text
  }

  /// Whether a text is a name for programs: capitals, digits and underscores alone.
  static func isKey(_ text: String) -> Bool {
    text.contains("_")
      && text.allSatisfy { $0 == "_" || $0.isASCII && ($0.isUppercase || $0.isNumber) }
  }

  /// `Connection target` of `CHECK_CONN_DEST`.
  private static func spelledOut(_ key: String) -> String {
    guard isKey(key) else { return key }
    var words = key.split(separator: "_").map { $0.lowercased() }
    if words.first == "check", words.count > 1 { words.removeFirst() }
    let text = words.map { Self.words[$0] ?? $0 }.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Abbreviations that the keys are made of.
  private static let words = [
    "auth": "permission", "conn": "connection", "db": "database", "dest": "target",
    "obj": "object", "priv": "privilege", "src": "source",
  ]
}
