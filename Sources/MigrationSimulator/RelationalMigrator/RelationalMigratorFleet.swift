/// The jobs of one instance: at most one that lives, first, and the history behind it.
struct RelationalMigratorFleet: Sendable {
  let seed: UInt64
  let count: Int
  /// The jobs that a scenario states. What is missing up to the count is history.
  var cast: [RelationalMigratorRole] = []

  /// Newest first.
  func jobs(at moment: SimulatedMoment) -> [RelationalMigratorJob] {
    (0..<count).map { job($0, at: moment) }
  }

  func job(id: String, at moment: SimulatedMoment) -> RelationalMigratorJob? {
    (0..<count).first { self.id($0) == id }.map { job($0, at: moment) }
  }

  /// Each project once, also those without a job.
  var projects: [RelationalMigratorProject] {
    var ids: Set<String> = []
    return (cast.map(\.project) + RelationalMigratorProject.all)
      .filter { ids.insert($0.id).inserted }
  }

  private func job(_ index: Int, at moment: SimulatedMoment) -> RelationalMigratorJob {
    if cast.indices.contains(index) { return job(cast[index], index, at: moment) }
    guard index > 0 else {
      let live = LiveMigration(
        id: id(0), project: .library, seed: seed, course: LiveCourse(seed: seed))
      return live.job(after: moment.elapsed)
    }
    return PastMigration(id: id(index), number: index, seed: seed).job
  }

  private func job(
    _ role: RelationalMigratorRole, _ index: Int, at moment: SimulatedMoment
  ) -> RelationalMigratorJob {
    if let end = role.story.end {
      return PastMigration(
        id: id(index), project: role.project, end: end,
        submittedAt: PastMigration.time(index + 1)
      ).job
    }
    return LiveMigration(
      id: id(index), project: role.project, seed: seed, course: LiveCourse(role)
    ).job(after: moment.elapsed)
  }

  private func id(_ index: Int) -> String {
    if cast.indices.contains(index), let id = cast[index].id { return id }
    // The two jobs of a project that share its name are told apart by how their ids begin.
    let heads = cast.isEmpty ? [1: "7c1e", 2: "40be"] : [:]
    var random = SplitMix64(seed: seed, index: index, purpose: .identity)
    let hex = { (_ value: UInt64) in
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    let digits = Array((hex(random.next()) + hex(random.next())).utf8)
    let part = { (range: Range<Int>) in String(decoding: digits[range], as: UTF8.self) }
    let head = (heads[index] ?? part(0..<4)) + part(4..<8)
    return "\(head)-\(part(8..<12))-4\(part(13..<16))-a\(part(17..<20))-\(part(20..<32))"
  }
}
