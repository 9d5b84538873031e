/// A filter that bears a name, from the configuration or saved by the user.
package struct SavedView: Hashable, Sendable {
  package let name: String
  /// As the user wrote it; it can be read.
  package let filter: String

  package init(name: String, filter: String) {
    self.name = name
    self.filter = filter
  }
}

extension Dashboard {
  /// Keeps the filter under a name.
  mutating func save(as name: String) -> [DashboardEffect] {
    guard let filter else {
      let key = settings.keys.keyName(of: .filter) ?? "/"
      notice = "nothing is filtered: type \(key) and a filter first"
      return []
    }
    guard let name = name.nonBlank else {
      notice = "a view needs a name: type :save NAME"
      return []
    }
    let view = SavedView(name: name, filter: filter.text)
    views.removeAll { $0.name == name }
    views.append(view)
    notice = "kept as the view \(name): type :view \(name)"
    return [.save(view)]
  }

  /// Shows the jobs of a saved view.
  mutating func show(_ view: SavedView) {
    do throws(FilterError) {
      filter = try FilterExpression(parsing: view.filter)
      notice = "view \(view.name): \(view.filter)"
      showFleet()
    } catch {
      notice = "view \(view.name) cannot be read: column \(error.column + 1): \(error.message)"
    }
  }

  /// Goes to the fleet, with the rows as they are asked for now.
  mutating func showFleet() {
    if place.view != .fleet { lastPlace = place }
    places = [Place(.fleet)]
    mustArrange = true
  }
}
