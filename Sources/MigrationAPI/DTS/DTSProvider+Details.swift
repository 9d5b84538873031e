import MigrationModel

extension DTSProvider {
  /// The closer looks that are worth a call now.
  func detailCalls(for record: DTSRecord) -> [DTSDetailCall] {
    record.detailCalls.filter { restraint.allows($0.operationName, at: now()) }
  }

  /// The service's words for the closer looks that this user may not take.
  func deniedCalls(for record: DTSRecord) -> [String] {
    Set(record.detailCalls.map(\.operationName)).sorted().compactMap { operation in
      restraint.error(for: operation, at: now()).map { "\(operation): \($0.message)" }
    }
  }

  /// Reads what a task tells beside its steps. A call that fails for this task, or that this user
  /// may not make, does not keep the others from being made.
  func readDetails(_ id: Job.ID) async throws(ProviderError) -> JobReading {
    guard let record = records[id.native] else { return .missing(id, Self.unknownJob) }
    var trouble: ProviderError?
    for call in record.detailCalls where restraint.allows(call.operationName, at: now()) {
      do throws(ProviderError) {
        try await read(call, of: record)
      } catch {
        guard !remember(error, of: call, record) else { continue }
        guard error.concernsOneTask else { throw error }
        trouble = trouble ?? error
      }
    }
    if let trouble { return .failed(id, trouble) }
    return .job(job(of: records[id.native] ?? record))
  }

  /// Keeps an error that asking again would only repeat.
  ///
  /// - Returns: Whether it is one.
  private func remember(
    _ error: ProviderError, of call: DTSDetailCall, _ record: DTSRecord
  ) -> Bool {
    guard error.kind == .rejected, let status = error.status else { return false }
    if DTSErrorCode.isUnknownCall(error) {
      restraint.remember(unknown: call.operationName)
    } else if DTSErrorCode.isMissingPermission(error) {
      restraint.refuse(call.operationName, error, at: now())
    } else if status == 200 || (400..<500).contains(status) {
      refuse(call, of: record, error)
    } else {
      return false
    }
    return true
  }

  /// Keeps the refusal, which the task shows while it stays as it is.
  private func refuse(_ call: DTSDetailCall, of record: DTSRecord, _ error: ProviderError) {
    let text = "\(call.operationName): \(error.message)"
    records[record.id.native]?.details.refusals[call] = (record.attempt(of: call.kind), text)
  }

  private func read(_ call: DTSDetailCall, of record: DTSRecord) async throws(ProviderError) {
    switch call {
    case .checks(let kind):
      let checks = try await readChecks(kind, of: record)
      records[record.id.native]?.details.checks = checks
    case .parts:
      let parts = try await readDetail(of: record, isReverse: false)
      records[record.id.native]?.details.parts = parts
    case .reverse:
      let reverse = try await readDetail(of: record, isReverse: true)
      records[record.id.native]?.details.reverse = reverse
    }
  }

  /// The most pages that are read of the items of one step.
  private static let mostPages = 5

  private func readChecks(
    _ kind: DTSStepKind, of record: DTSRecord
  ) async throws(ProviderError) -> DTSChecks? {
    guard let code = kind.checkCode else { return nil }
    func page(_ number: Int) async throws(ProviderError) -> DTSCheckAnswer {
      try await perform(
        .describeChecks(
          record.id.native, code: code, page: number, region: configuration.region),
        DTSCheckAnswer.self)
    }
    let first = try await page(1)
    var checks = DTSChecks(first, of: kind, in: record.attempt(of: kind), at: now())
    var number = 2
    while checks.isIncomplete, number <= Self.mostPages {
      guard checks.add(try await page(number)) else { break }
      number += 1
    }
    return checks
  }

  private func readDetail(
    of record: DTSRecord, isReverse: Bool
  ) async throws(ProviderError) -> DTSJobDetail {
    let answer = try await perform(
      .describeJob(record.id.native, isReverse: isReverse, region: configuration.region),
      DTSJobDetailAnswer.self)
    return DTSJobDetail(answer: answer, readAt: now(), attempt: record.attempt())
  }
}

extension DTSDetailCall {
  var operationName: String {
    switch self {
    case .checks: "DescribePreCheckStatus"
    case .parts, .reverse: "DescribeDtsJobDetail"
    }
  }

  /// The step that it is about; `nil` if it is about the task.
  var kind: DTSStepKind? {
    switch self {
    case .checks(let kind): kind
    case .parts, .reverse: nil
    }
  }
}

extension DTSStepKind {
  /// The number under which `DescribePreCheckStatus` knows the step; `nil` if it has none. It knows
  /// the step that writes changes under one number for a migration and a sync.
  var checkCode: String? {
    switch self {
    case .precheck: "01"
    case .schema: "02"
    case .data: "03"
    case .write: "04"
    case .capture, .verification, .etl: nil
    }
  }
}
