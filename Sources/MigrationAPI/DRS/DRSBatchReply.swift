import MigrationModel

extension DRS {
  /// A batch answer by task id. The order of entries is not promised.
  struct BatchReply<Item: DRSBatchItem> {
    private let call: HTTPCall
    private let status: Int
    private var items: [String: Item] = [:]
    /// Whether every entry says whose it is, so that a task without one was not told of.
    private let isAttributed: Bool

    /// A batch of which every task failed is answered with 400 and the body of a success.
    init(_ reply: HTTPReply, call: HTTPCall, ids: [String]) throws(ProviderError) {
      self.call = call
      status = reply.status
      guard let found = Self.entries(of: reply) else {
        let failure = DRS.failure(reply, call: call)
        guard reply.isSuccess, failure.code == nil else { throw failure }
        throw Answer.malformed(reply, call: call, expected: "a list of results")
      }
      isAttributed = found.allSatisfy { $0.taskID != nil }
      for item in found { if let id = item.taskID { items[id] = item } }
      // One documented example has entries without ids. That of a single task can only be its own;
      // of several, the order is not promised.
      if ids.count == 1, found.count == 1, found[0].taskID == nil { items[ids[0]] = found[0] }
    }

    private static func entries(of reply: HTTPReply) -> [Item]? {
      guard reply.isSuccess || reply.status == 400 else { return nil }
      let found = Answer.errorBody(BatchAnswer<Item>.self, from: reply)?.items
      return reply.isSuccess || found?.isEmpty == false ? found : nil
    }

    /// Whether the answer leaves this task out.
    func leavesOut(_ id: String) -> Bool { isAttributed && items[id] == nil }

    subscript(id: String) -> Result<Item, ProviderError> {
      guard let item = items[id] else {
        let reason = "the answer has no entry with the id of this task"
        return .failure(unreadable(reason))
      }
      guard item.isTold || (item.errorCode?.nonEmpty ?? item.errorText?.nonEmpty) == nil else {
        var failure = DRS.failure(
          code: item.errorCode?.nonEmpty, text: item.errorText, call: call)
        failure.status = status
        return .failure(failure)
      }
      return .success(item)
    }

    func unreadable(_ message: String) -> ProviderError {
      ProviderError(.malformed, message: message, status: status, call: call.name)
    }
  }
}
