package import MigrationModel
import Synchronization

/// Known errors of the services, of the databases behind them and of calls to them, with what to do about each.
///
/// Nothing is advised that an error does not say: an entry matches by its code, or by a text that only such an
/// error has. Of several that match the first one counts, so what says more stands before what says less.
package struct RemedyCatalogue: Sendable {
  private let shelf: RemedyShelf
  /// What reads anew, as the advice calls it.
  var refreshKey = refreshKey(of: KeyTable())

  /// One that knows nothing.
  package static let empty = RemedyCatalogue { [] }

  /// - Parameter entries: Asked for once, when the first error is looked up. In the order of precedence.
  package init(_ entries: @escaping @Sendable () -> [RemedyEntry]) {
    shelf = RemedyShelf(entries)
  }

  /// The name of the key, or what to type without one.
  static func refreshKey(of keys: KeyTable) -> String {
    keys.keyName(of: .refresh) ?? ":\(Command.refresh.rawValue)"
  }

  /// Reads the entries, for nobody to wait for them later. Some ten milliseconds: not for the main queue.
  package func prepare() { shelf.prepare() }

  /// What to do about an error of a job; `nil` for one that is not known.
  package func remedy(
    for error: JobError, service: Service, engines: JobEngines
  ) -> Remedy? {
    remedy(code: error.code, message: error.message, service: service, engines: engines)
  }

  /// The same for an error that a step carries.
  package func remedy(
    code: String?, message: String?, service: Service, engines: JobEngines
  ) -> Remedy? {
    shelf.remedy(
      RemedyQuestion(
        code: code, message: message ?? "", service: service, engines: engines, call: nil,
        refreshKey: refreshKey))
  }

  /// What to do about a failed call; `nil` if nothing is known beside its kind, and of that neither.
  package func remedy(for error: ProviderError, service: Service) -> Remedy? {
    shelf.remedy(
      RemedyQuestion(
        code: error.code, message: error.message, service: service, engines: JobEngines(),
        call: .init(kind: error.kind, name: error.call), refreshKey: refreshKey))
  }
}

extension RemedyCatalogue: Hashable {
  package static func == (one: Self, other: Self) -> Bool {
    one.shelf === other.shelf && one.refreshKey == other.refreshKey
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(shelf))
    hasher.combine(refreshKey)
  }
}

/// An error as a catalogue is asked about it.
struct RemedyQuestion: Hashable, Sendable {
  struct Call: Hashable, Sendable {
    let kind: ProviderError.Kind
    let name: String?
  }

  let code: String?
  let message: String
  let service: Service
  let engines: JobEngines
  /// `nil` for an error of a job.
  let call: Call?
  let refreshKey: String
}

/// The entries behind a catalogue, read when they are first needed, and the last answers.
///
/// A frame asks anew for every error that it shows in full; the answer to the same error does not change.
private final class RemedyShelf: Sendable {
  private struct State {
    var index: RemedyIndex?
    var answers: [RemedyQuestion: Remedy?] = [:]
  }

  private static let mostAnswers = 64
  private let entries: @Sendable () -> [RemedyEntry]
  private let state = Mutex(State())

  init(_ entries: @escaping @Sendable () -> [RemedyEntry]) { self.entries = entries }

  func prepare() { state.withLock { _ = index(&$0) } }

  private func index(_ state: inout State) -> RemedyIndex {
    let index = state.index ?? RemedyIndex(entries())
    state.index = index
    return index
  }

  func remedy(_ question: RemedyQuestion) -> Remedy? {
    state.withLock { state in
      if let answer = state.answers[question] { return answer }
      let answer = index(&state).remedy(question)
      if state.answers.count >= Self.mostAnswers { state.answers = [:] }
      state.answers[question] = .some(answer)
      return answer
    }
  }
}
