import MigrationModel

/// One way through all parts and pages of a source's listing.
struct ListingPass {
  private(set) var seen: Set<String> = []
  /// All that could not be read so far, which every later page of the pass repeats: the last one
  /// speaks for the whole pass.
  private(set) var problems: [ProviderError] = []
  /// Whether every part was listed to its end, so that a task that was not seen is gone.
  private(set) var isWhole = true
  /// Whether the service answered for any part at all.
  private var hasAnswer = false

  /// Adds what one page told, and returns it with the problems of the pages before.
  mutating func add(_ page: Listing) -> Listing {
    hasAnswer = true
    seen.formUnion(page.jobs.map(\.id.native))
    problems += page.problems
    var page = page
    page.problems = problems
    return page
  }

  /// Gives up one part and goes on with the next.
  ///
  /// Throws if that was the last one and the service answered for none.
  mutating func skip(
    _ error: ProviderError, next: ListingCursor?
  ) throws(ProviderError) -> Listing {
    isWhole = false
    problems.append(error)
    guard next != nil || hasAnswer else { throw gravest ?? error }
    return Listing(jobs: [], next: next, problems: problems, isAnswered: false)
  }

  /// A refusal keeps the list from being asked for again for long; anything else may pass sooner.
  private var gravest: ProviderError? { problems.first { $0.kind != .rejected } }
}

extension ProviderError {
  /// Whether another part of the same list may still be answered.
  var leavesOtherParts: Bool {
    switch kind {
    case .rejected, .unavailable, .malformed: true
    case .unreachable, .timedOut, .tls, .unauthorised, .throttled: false
    }
  }
}
