extension DRSService {
  /// The list: one kind of task a call, in pages.
  func list(_ request: DRSListRequest, _ moment: SimulatedMoment) throws(DRSError) -> Document {
    guard let kind = request.db_use_type, !kind.isEmpty else { throw .empty("db_use_type") }
    guard let useType = DRSJob.UseType(rawValue: kind) else { throw .invalid("db_use_type") }
    let found = fleet.indices(of: useType).filter { matches($0, request, moment) }
    let page = try DRSPage(
      current: request.cur_page ?? 1, size: request.per_page ?? 10, of: found.count)
    return [
      "total_record": .number(found.count),
      "jobs": .array(
        found[page.range].map { fleet.job($0, at: moment).listed(at: moment) }),
    ]
  }

  /// A name is a name, an id, or up to a hundred ids with commas between them.
  private func matches(
    _ index: Int, _ request: DRSListRequest, _ moment: SimulatedMoment
  ) -> Bool {
    if let name = request.name, !name.isEmpty {
      let names = name.split(separator: ",").map(String.init)
      guard names.contains(fleet.id(index)) || fleet.name(index).contains(name) else {
        return false
      }
    }
    let status = request.status ?? ""
    let engine = request.engine_type ?? ""
    guard !status.isEmpty || !engine.isEmpty else { return true }
    let job = fleet.job(index, at: moment)
    return (status.isEmpty || job.status == status)
      && (engine.isEmpty || job.engineType == engine)
  }

  /// The batch calls. Unknown ids are answered one by one; if no id is known, the same body comes
  /// as a 400.
  func batch(
    _ operation: Operation, _ request: DRSBatchRequest, _ moment: SimulatedMoment
  ) throws(DRSError) -> (Int, Document) {
    let ids = try page(of: request, operation)
    var found = 0
    var results: [Document] = []
    for id in ids {
      if let job = fleet.job(id: id, at: moment) {
        found += 1
        results.append(result(of: job, operation, moment))
      } else {
        results.append(operation.itemError(id, "DRS.M00289", "The task does not exist."))
      }
    }
    let body: Document = ["results": .array(results), "count": .number(results.count)]
    return (found == 0 ? 400 : successStatus(of: operation), body)
  }

  private func page(
    of request: DRSBatchRequest, _ operation: Operation
  ) throws(DRSError) -> ArraySlice<String> {
    guard let ids = request.jobs, !ids.isEmpty else { throw .empty("jobs") }
    guard ids.allSatisfy(Self.isTaskID) else { throw .invalid("jobs") }
    guard Set(ids).count == ids.count else { throw .duplicates }
    guard operation == .status || operation == .detail else { return ids[...] }
    // Five, not all: whoever asks for ten tasks without a page gets five.
    let page = try DRSPage(
      current: request.page_req?.cur_page ?? 1, size: request.page_req?.per_page ?? 5,
      of: ids.count)
    return ids[page.range]
  }

  /// Looks like a UUID, with letters past f.
  private static func isTaskID(_ id: String) -> Bool {
    let groups = id.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.joined().allSatisfy { $0.isASCII && ($0.isNumber || $0.isLowercase) }
  }

  private func result(
    of job: DRSJob, _ operation: Operation, _ moment: SimulatedMoment
  ) -> Document {
    let result: Document? =
      switch operation {
      case .list, .status: job.statusResult
      case .detail: job.detailResult(at: moment)
      case .progress: job.progressResult(at: moment)
      case .guarding: job.guardResult(at: moment)
      case .precheck: job.precheckResult
      }
    return result
      ?? operation.itemError(
        job.id, "DRS.M00304", "This API cannot be called in the current task status.")
  }

  /// One installation of the service answers 202 where another answers 200: the seed decides which
  /// this is.
  private func successStatus(of operation: Operation) -> Int {
    switch operation {
    case .guarding: 202
    case .progress: fleet.seed % 2 == 1 ? 202 : 200
    case .list, .status, .detail, .precheck: 200
    }
  }
}

extension DRSService.Operation {
  /// The keys of an item's id and of its error differ from call to call.
  func itemError(_ id: String, _ code: String, _ message: String) -> Document {
    let (idKey, textKey) =
      switch self {
      case .list, .status, .detail: ("id", "error_message")
      case .progress, .guarding: ("job_id", "error_msg")
      case .precheck: ("precheck_id", "error_msg")
      }
    return [idKey: .text(id), "error_code": .text(code), textKey: .text(message)]
  }
}
