/// What makes a binding or a view right, as the parts of the program that own keys and filters say.
package struct SettingsRules: Sendable {
  /// What is wrong with some of the entries of a table, by their names.
  package typealias Complaints = @Sendable ([String: String]) -> [String: String]

  /// The actions that `[keys]` may bind; `nil` leaves them unchecked.
  package var actions: Set<String>?
  /// Of `[keys]`, key by action: only entries with a known action are asked about.
  package var keys: Complaints
  /// Of `[views]`, expression by name.
  package var views: Complaints

  package init(
    actions: Set<String>? = nil, keys: @escaping Complaints = { _ in [:] },
    views: @escaping Complaints = { _ in [:] }
  ) {
    self.actions = actions
    self.keys = keys
    self.views = views
  }
}
