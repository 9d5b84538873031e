/// A line that is being typed at the bottom of the screen, and what it is for.
package struct OpenPrompt: Hashable, Sendable {
  package enum Purpose: Hashable, Sendable {
    /// Which jobs the fleet shows. Applied while it is typed.
    case filter
    /// Which changes the events view shows. Applied while it is typed.
    case eventFilter
    /// A text to look for in a tree or a long text. The first match is shown while it is typed.
    case find
    /// A command by its name.
    case command
    /// The name under which the filter is kept.
    case viewName
  }

  package let purpose: Purpose
  package internal(set) var prompt: Prompt
  /// What is wrong with the text, if anything.
  package internal(set) var mistake: PromptMistake?
  /// What Esc puts back in place.
  let before: Before
  /// Which entry of the history the text came from, counted from the newest.
  var historyIndex: Int?
  /// What was typed before the history was asked.
  var draft = ""
  /// What Tab has offered and which of it stands there; `nil` after any other key.
  var offers: Offers?

  struct Offers: Hashable, Sendable {
    /// The text that they complete.
    let text: String
    let words: [String]
    var index: Int
  }

  /// The word that Tab has put into the line, among those it offers.
  package var offered: String? { offers.map { $0.words[$0.index] } }

  /// What is changed while the line is typed, as it was before.
  enum Before: Hashable {
    case filter(FilterExpression?)
    case eventFilter(FilterExpression?)
    case find(String?)
    /// Nothing happens before Enter.
    case nothing
  }

  init(_ purpose: Purpose, _ text: String? = nil, restoring before: Before) {
    self.purpose = purpose
    prompt = Prompt(text ?? "")
    self.before = before
  }
}

/// What cannot be understood of a typed line and where, to be shown under its column.
package struct PromptMistake: Error, Hashable, Sendable {
  /// Counted in characters from 0; the length of the text if something is missing at its end.
  package let column: Int
  package let message: String

  init(column: Int, message: String) {
    self.column = column
    self.message = message
  }

  /// - Parameter start: Where the filter begins in the line.
  init(_ error: FilterError, from start: Int = 0) {
    self.init(column: start + error.column, message: error.message)
  }
}
