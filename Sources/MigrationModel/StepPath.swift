/// The way from a job to one of its steps: the ids on it.
package struct StepPath: Hashable, Sendable {
  package var ids: [String]

  package init(_ ids: [String]) { self.ids = ids }

  package func appending(_ id: String) -> StepPath { StepPath(ids + [id]) }
}
