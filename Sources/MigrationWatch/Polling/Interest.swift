package import MigrationModel

/// What a person is looking at: calls are spent there first.
package struct Interest: Hashable, Sendable {
  /// How far steps are asked for beyond the jobs that someone looks at.
  package enum Steps: String, CaseIterable, Hashable, Sendable {
    /// Of failed and warning jobs first, of others while the budget allows.
    case auto
    case all, none
  }

  package var selected: Job.ID?
  package var visible: Set<Job.ID>
  package var steps: Steps

  package init(selected: Job.ID? = nil, visible: Set<Job.ID> = [], steps: Steps = .auto) {
    self.selected = selected
    self.visible = visible
    self.steps = steps
  }
}
