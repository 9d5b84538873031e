import MigrationModel
import MigrationWatch

/// Jobs as they are named on the command line: by id, by name, or as `source/id`.
struct JobNames {
  struct Found {
    /// In the order of the names; `nil` if none was given.
    var ids: [Job.ID]?
    var missing: [String]
  }

  private let names: [String]

  init(_ names: [String]) { self.names = names }

  /// What to say of a name that every source was asked for in vain.
  static func unknown(_ name: String) -> CommandFailure {
    CommandFailure("\(name): no source knows a job of this id or name", code: 3)
  }

  /// Throws for a name that fits several jobs, with those it fits.
  func find(in model: DashboardViewModel) throws(CommandFailure) -> Found {
    guard !names.isEmpty else { return Found(ids: nil, missing: []) }
    var ids: [Job.ID] = []
    var missing: [String] = []
    let jobs = model.everyJob.sorted { ($0.id.source, $0.id.native) < ($1.id.source, $1.id.native) }
    for name in names {
      let fits = Self.fitting(name, jobs)
      guard fits.count <= 1 else {
        let candidates = fits.map { "\($0.id.source)/\($0.id.native)" }.joined(separator: ", ")
        throw CommandFailure(
          "\(name): fits several jobs; write one of \(candidates)", code: CommandFailure.usage)
      }
      if let id = fits.first?.id {
        if !ids.contains(id) { ids.append(id) }
      } else {
        missing.append(name)
      }
    }
    return Found(ids: ids, missing: missing)
  }

  /// An id or `source/id` is meant before a name is.
  private static func fitting(_ name: String, _ jobs: [Job]) -> [Job] {
    let byPath = jobs.filter { "\($0.id.source)/\($0.id.native)" == name }
    if !byPath.isEmpty { return byPath }
    let byID = jobs.filter { $0.id.native == name }
    if !byID.isEmpty { return byID }
    return jobs.filter { $0.name == name || "\($0.id.source)/\($0.name)" == name }
  }
}
