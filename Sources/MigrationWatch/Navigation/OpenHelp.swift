/// The help, lying over a view.
package struct OpenHelp: Hashable, Sendable {
  /// The first line shown.
  package var top = 0
  /// What is looked for in it; `nil` while nobody searches.
  package var search: Prompt?
  /// Whether keys go into the search.
  package var isTyping = false

  init(search: Prompt? = nil) { self.search = search }
}
