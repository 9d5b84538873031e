import MigrationModel

/// What Tab makes of a line that is typed.
extension Dashboard {
  /// Takes the first of what the text may become; again, the next one.
  func complete(_ open: inout OpenPrompt, backwards: Bool) {
    if var offers = open.offers, offers.words.count > 1 {
      let count = offers.words.count
      offers.index = (offers.index + (backwards ? count - 1 : 1)) % count
      open.offers = offers
    } else {
      open.offers = nil
      let words = completions(of: open)
      guard !words.isEmpty else { return }
      open.offers = OpenPrompt.Offers(
        text: open.prompt.string, words: words, index: backwards ? words.count - 1 : 0)
    }
    guard let offers = open.offers else { return }
    open.prompt = Prompt(completed(offers, for: open.purpose))
  }

  private func completed(_ offers: OpenPrompt.Offers, for purpose: OpenPrompt.Purpose) -> String {
    let word = offers.words[offers.index]
    return switch purpose {
    case .filter, .eventFilter: FilterExpression.completing(offers.text, with: word)
    case .command: CommandLine.completing(offers.text, with: word)
    case .find, .viewName: word
    }
  }

  /// What the text may become, as far as it is begun.
  ///
  /// - Parameter count: How many names of jobs are wanted at most: a screen asks for each of its frames.
  func completions(of open: OpenPrompt, atMost count: Int = .max) -> [String] {
    let text = open.prompt.string
    let sources = live.sources.map(\.source.name)
    return switch open.purpose {
    case .filter, .eventFilter:
      FilterExpression.completions(for: text, values: [.source: sources])
    case .command:
      CommandLine.completions(
        for: text,
        KnownNames(sources: sources, views: views.map(\.name)) {
          jobNames(beginning: $0, atMost: count)
        })
    case .find: []
    case .viewName: views.map(\.name).filter { $0.hasPrefix(text) }
    }
  }

  /// The first ones in their order, each once. Of ten thousand only those are sorted that may be among them.
  private func jobNames(beginning begun: String, atMost count: Int) -> [String] {
    var names: Set<String> = []
    var last: String?
    func first() -> ArraySlice<String> { names.sorted().prefix(count) }
    for record in shown.fleet.records.values {
      let name = record.job.name
      if let last, name >= last { continue }
      guard begun.isEmpty || name.begins(with: begun) else { continue }
      names.insert(name)
      guard names.count / 2 >= count else { continue }
      let kept = first()
      names = Set(kept)
      last = kept.last
    }
    return Array(first())
  }
}
