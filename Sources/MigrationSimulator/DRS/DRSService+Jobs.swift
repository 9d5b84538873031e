extension DRSService {
  /// The list: one kind of task a call, in pages.
  func list(_ request: DRSListRequest, _ moment: SimulatedMoment) throws(DRSError) -> Document {
    guard let kind = request.db_use_type, !kind.isEmpty else { throw .empty("db_use_type") }
    guard let useType = DRSJob.UseType(rawValue: kind) else { throw .invalid("db_use_type") }
    let filter = try DRSListFilter(request)
    let found = filter.apply(to: fleet.indices(of: useType), of: fleet, at: moment)
    let page = try DRSPage(
      current: request.cur_page ?? 1, size: request.per_page ?? 10, of: found.count)
    return [
      "total_record": .number(found.count),
      "jobs": .array(
        found[page.range].map { fleet.job($0, at: moment).listed(at: moment) }),
    ]
  }

  /// The batch calls. Unknown ids are answered one by one; if no id is known, the same body comes
  /// as a 400.
  func batch(
    _ operation: Operation, _ request: DRSBatchRequest, _ language: DRSLanguage,
    _ moment: SimulatedMoment
  ) throws(DRSError) -> (Int, Document) {
    let ids = try page(of: request, operation)
    var found = 0
    var results: [Document] = []
    for id in ids {
      switch result(of: id, operation, language, moment) {
      case .success(let document):
        found += 1
        results.append(document)
      case .failure(let missing):
        results.append(missing.error.document(of: id, in: operation, language))
        found += missing.isKnown ? 1 : 0
      }
    }
    let body: Document = ["results": .array(results), "count": .number(results.count)]
    return (found == 0 ? 400 : successStatus(of: operation), body)
  }

  private struct Missing: Error {
    let error: DRSItemError
    /// Whether there is a task with that id, though not for this call.
    var isKnown = false
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
    of id: String, _ operation: Operation, _ language: DRSLanguage, _ moment: SimulatedMoment
  ) -> Result<Document, Missing> {
    guard let job = fleet.job(id: id, at: moment) else {
      return .failure(Missing(error: .unknown))
    }
    // Of a deleted task only the status is still known.
    guard job.status != "DELETED" || operation == .status else {
      return .failure(Missing(error: .deleted))
    }
    let result: Document? =
      switch operation {
      case .list, .status: job.statusResult
      case .detail: job.detailResult(at: moment)
      case .progress: job.progressResult(at: moment)
      case .guarding: job.guardResult(at: moment)
      case .precheck: job.precheckResult(in: language)
      }
    return result.map { .success($0) }
      ?? .failure(Missing(error: .wrongStatus, isKnown: true))
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
