/// Why one task of a batch has no data in an answer to the others.
struct DRSItemError {
  let code: String
  let message: DRSText

  static let unknown = DRSItemError(
    code: "DRS.M00289", message: DRSText("The task does not exist.", "任务不存在。"))
  static let deleted = DRSItemError(
    code: "DRS.M05004",
    message: DRSText(
      "The task has been deleted or the resource has been released.", "任务已被删除或资源已释放。"))
  static let wrongStatus = DRSItemError(
    code: "DRS.M00304",
    message: DRSText(
      "This API cannot be called in the current task status.", "任务当前状态不允许调用该接口。"))

  /// The keys of an item's id and of its error differ from call to call.
  func document(
    of id: String, in operation: DRSService.Operation, _ language: DRSLanguage
  ) -> Document {
    let (idKey, textKey) =
      switch operation {
      case .list, .status, .detail: ("id", "error_message")
      case .progress, .guarding: ("job_id", "error_msg")
      case .precheck: ("precheck_id", "error_msg")
      }
    return [
      idKey: .text(id), "error_code": .text(code), textKey: .text(message.text(in: language)),
    ]
  }
}
