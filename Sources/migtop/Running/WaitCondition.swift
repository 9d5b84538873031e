import MigrationWatch

/// What `wait --for` takes: a few words of its own, and any filter expression.
struct WaitCondition {
  let filter: FilterExpression
  /// Whether the checks of a cut-over hold by themselves.
  let isCutover: Bool

  init(parsing text: String) throws {
    isCutover = text == "cutover-ready"
    let expression =
      switch text {
      case "cutover-ready": "is:ready"
      case "done": "state:done"
      case _ where text.hasPrefix("phase="): "phase:\(text.dropFirst("phase=".count))"
      default: text
      }
    filter = try OptionText.filter(
      expression, of: "--for",
      advice: "; write done, cutover-ready, phase=incremental, or a filter such as lag<5s")
  }
}
