package import MigrationModel

/// What a click can be meant for.
package enum ScreenTarget: Hashable, Sendable {
  case job(Job.ID)
  /// The heading of a group of jobs, by the group's name.
  case group(String)
  /// A row of a list other than the fleet, counted from its beginning.
  case row(Int)
  /// The heading of a column.
  case sort(FleetColumn)
  case pane(Pane)
  /// The count of a state.
  case state(ShownState)
}
