import MigrationModel

/// What is typed at the bottom of the screen.
extension Dashboard {
  mutating func open(_ purpose: OpenPrompt.Purpose) {
    openPrompt =
      switch purpose {
      case .filter: OpenPrompt(purpose, filter?.text, restoring: .filter(filter))
      case .eventFilter:
        OpenPrompt(purpose, eventFilter?.text, restoring: .eventFilter(eventFilter))
      case .find: OpenPrompt(purpose, place.find, restoring: .find(place.find))
      case .command, .viewName: OpenPrompt(purpose, restoring: .nothing)
      }
  }

  /// What `/` does here: filters where there are rows of jobs or events, finds in a text or a tree.
  var searchPurpose: OpenPrompt.Purpose {
    switch place.view {
    case .fleet, .job, .sources: .filter
    case .events: .eventFilter
    case .steps, .errors, .error, .json: .find
    }
  }

  /// A key while a line is typed.
  mutating func type(_ key: Key) -> [DashboardEffect] {
    guard var open = openPrompt else { return [] }
    switch key {
    case .escape:
      escapedPrompt = open
      openPrompt = nil
      restore(open.before)
      return []
    case .enter: return enter(open)
    case .tab, .backTab: complete(&open, backwards: key == .backTab)
    case .up, .down: recall(&open, older: key == .up)
    case .control("s"):
      if open.purpose == .filter, open.mistake == nil, filter != nil {
        self.open(.viewName)
        return []
      }
    case .function(1):
      openHelp = OpenHelp(search: Prompt(open.purpose == .command ? ":" : "filter"))
      return []
    default:
      guard open.prompt.edit(key) else { return [] }
      open.offers = nil
    }
    applyLive(&open)
    return []
  }

  /// Text that was pasted into the line, without controls.
  mutating func type(pasted text: String) {
    guard var open = openPrompt else { return }
    for character in text { open.prompt.insert(character) }
    open.offers = nil
    applyLive(&open)
  }

  private mutating func restore(_ before: OpenPrompt.Before) {
    switch before {
    case .filter(let filter):
      self.filter = filter
      mustArrange = true
    case .eventFilter(let filter): eventFilter = filter
    case .find(let text): find(text)
    case .nothing: break
    }
  }

  /// Applies the text if it can be read, else says what is wrong and keeps the last good result.
  private mutating func applyLive(_ open: inout OpenPrompt) {
    do throws(PromptMistake) {
      try apply(open.prompt.string, to: open.purpose)
      open.mistake = nil
    } catch {
      open.mistake = error
    }
    openPrompt = open
  }

  private mutating func apply(
    _ text: String, to purpose: OpenPrompt.Purpose
  ) throws(PromptMistake) {
    switch purpose {
    case .filter:
      filter = try expression(text)
      mustArrange = true
    case .eventFilter: eventFilter = try expression(text)
    case .find: find(text.nonBlank)
    case .command, .viewName: break
    }
  }

  private func expression(_ text: String) throws(PromptMistake) -> FilterExpression? {
    guard text.nonBlank != nil else { return nil }
    do throws(FilterError) {
      return try FilterExpression(parsing: text)
    } catch {
      throw PromptMistake(error)
    }
  }

  private mutating func enter(_ open: OpenPrompt) -> [DashboardEffect] {
    guard open.mistake == nil else { return [] }
    let text = open.prompt.string
    do throws(PromptMistake) {
      openPrompt = nil
      remember(text, for: open.purpose)
      switch open.purpose {
      case .filter, .eventFilter, .find: return []
      case .command: return try execute(text)
      case .viewName: return save(as: text)
      }
    } catch {
      openPrompt = open
      openPrompt?.mistake = error
      return []
    }
  }
}

// MARK: - History

extension Dashboard {
  private mutating func recall(_ open: inout OpenPrompt, older: Bool) {
    let entries = history[open.purpose] ?? []
    if open.historyIndex == nil { open.draft = open.prompt.string }
    let next = (open.historyIndex ?? -1) + (older ? 1 : -1)
    guard next >= -1, next < entries.count else { return }
    open.historyIndex = next < 0 ? nil : next
    open.prompt = Prompt(next < 0 ? open.draft : entries[entries.count - 1 - next])
    open.offers = nil
  }

  private mutating func remember(_ text: String, for purpose: OpenPrompt.Purpose) {
    guard let text = text.nonBlank, purpose != .viewName else { return }
    history[purpose, default: []].removeAll { $0 == text }
    history[purpose, default: []].append(text)
  }
}

extension String {
  /// `nil` for nothing but blanks.
  var nonBlank: String? { allSatisfy(\.isWhitespace) ? nil : self }
}
