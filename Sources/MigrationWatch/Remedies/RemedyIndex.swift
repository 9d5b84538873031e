import MigrationModel

/// The entries of a catalogue, in their order, found by code or by text.
struct RemedyIndex {
  private let entries: [RemedyEntry]
  /// Where the entries of each code are.
  private var places: [ErrorCode: [Int]] = [:]

  init(_ entries: [RemedyEntry]) {
    self.entries = entries
    for (place, entry) in entries.enumerated() {
      for code in entry.errorCodes { places[code, default: []].append(place) }
    }
  }

  func remedy(_ question: RemedyQuestion) -> Remedy? {
    let text = FoldedText(question.message)
    let known = Set(codes(of: question).flatMap { places[$0] ?? [] })
    for (place, entry) in entries.enumerated() where concerns(entry, question) {
      let kept = entry.patterns.lazy.compactMap { $0.firstMatch(in: text) }.first
      if let kept { return told(entry, question, kept) }
      if known.contains(place) || isOfKind(entry, question) { return told(entry, question, [:]) }
    }
    return nil
  }

  /// A code that is a plain word is one only where the service tells it as the code.
  private func codes(of question: RemedyQuestion) -> Set<ErrorCode> {
    ErrorCode.all(in: question.message)
      .union(question.code.map { ErrorCode.all(in: $0).union([ErrorCode($0)]) } ?? [])
  }

  private func concerns(_ entry: RemedyEntry, _ question: RemedyQuestion) -> Bool {
    guard entry.isAboutCalls == (question.call != nil) else { return false }
    guard entry.services.isEmpty || entry.services.contains(question.service) else { return false }
    return question.engines.source(mayBe: entry.engines)
      || question.engines.target(mayBe: entry.engines)
  }

  private func isOfKind(_ entry: RemedyEntry, _ question: RemedyQuestion) -> Bool {
    switch entry.subject {
    case .job, .call: false
    case .callsOfKind(let kind): question.call?.kind == kind
    }
  }

  private func told(
    _ entry: RemedyEntry, _ question: RemedyQuestion, _ kept: [String: String]
  ) -> Remedy {
    let values = kept.merging(RemedyPlace.values(entry, question)) { kept, _ in kept }
    return Remedy(
      code: entry.code, cause: entry.cause.filled(values), action: entry.action.filled(values),
      source: entry.source)
  }
}

/// What every entry can speak of, whatever its patterns keep.
package enum RemedyPlace: String, CaseIterable {
  /// `source`, `target`, or `source or target` where either may be meant.
  case side
  /// The service's name.
  case service
  /// How a job goes on at its service.
  case resume
  /// The call that failed.
  case call
  /// The key that reads anew, as the user has it.
  case refresh

  static func values(_ entry: RemedyEntry, _ question: RemedyQuestion) -> [String: String] {
    let service = question.service
    let values: [RemedyPlace: String] = [
      .side: side(entry, question.engines), .service: service.title, .resume: service.resuming,
      .call: question.call?.name ?? "the call", .refresh: question.refreshKey,
    ]
    return Dictionary(uniqueKeysWithValues: values.map { ($0.rawValue, $1) })
  }

  private static func side(_ entry: RemedyEntry, _ engines: JobEngines) -> String {
    let isSource = engines.source(mayBe: entry.engines)
    let isTarget = engines.target(mayBe: entry.engines)
    return isSource == isTarget ? "source or target" : isSource ? "source" : "target"
  }
}

extension Service {
  fileprivate var title: String {
    switch self {
    case .relationalMigrator: "Relational Migrator"
    case .dts: "DTS"
    case .drs: "DRS"
    }
  }

  /// In the words of the service's own console.
  fileprivate var resuming: String {
    switch self {
    case .relationalMigrator: "run the job again in Relational Migrator"
    case .dts: "restart the task in DTS"
    case .drs: "resume the task in DRS"
    }
  }
}
