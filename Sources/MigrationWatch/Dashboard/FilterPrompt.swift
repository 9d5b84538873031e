/// A filter while it is typed. Its last good form is applied live.
package struct FilterPrompt: Hashable, Sendable {
  package var prompt: Prompt
  /// What is wrong with the text, if anything.
  package var error: FilterError?
  /// The filter before, for Esc.
  let before: FilterExpression?
  /// Which entry of the history the text came from, counted from the newest.
  var historyIndex: Int?

  package var completions: [String] { FilterExpression.completions(for: prompt.string) }
}
