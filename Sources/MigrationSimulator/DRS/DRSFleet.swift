/// The tasks of one project.
struct DRSFleet: Sendable {
  static let project = "0123456789abcdef0123456789abcdef"
  static let region = "cn-north-4"

  let seed: UInt64
  let count: Int
  /// The tasks that a scenario states; they go before the fleet's own.
  var stated: [DRSRole] = []

  func job(_ index: Int, at moment: SimulatedMoment) -> DRSJob {
    let role = role(index)
    var random = SplitMix64(seed: seed, index: index, purpose: .endpoint)
    let database = String(role.name.prefix { $0 != "-" })
    let job = DRSJob(
      id: id(index), name: role.name, useType: role.useType, taskType: role.taskType,
      source: DatabaseSeat(engine: role.source, database: database, random: &random),
      target: DatabaseSeat(engine: role.target, database: database, random: &random),
      // The later the number, the older the task: the order of a listing needs no sorting.
      createdAt: -100_000 - Double(index) * 7_200, status: "CREATING")
    let play = DRSPlay(
      job: job, noiseSeed: random.next(), now: moment.elapsed,
      childID: { id(index, child: $0 + 1) })
    return play.played(role.story, role.pace)
  }

  /// A task or a sub-task.
  func job(id: String, at moment: SimulatedMoment) -> DRSJob? {
    guard let index = index(id: id) else { return nil }
    let job = job(index, at: moment)
    return job.id == id ? job : job.children.first { $0.id == id }
  }

  /// The indices of a listing, newest first.
  func indices(of useType: DRSJob.UseType) -> [Int] {
    (0..<count).filter { index in
      stated.indices.contains(index)
        ? stated[index].useType == useType
        : DRSRole.useType(index - stated.count, seed: seed) == useType
    }
  }

  func name(_ index: Int) -> String { role(index).name }

  /// Looks like a UUID and is none: the last group carries letters past f, and the index.
  func id(_ index: Int, child: Int = 0) -> String {
    if child == 0, stated.indices.contains(index), let id = stated[index].id { return id }
    var random = SplitMix64(seed: seed, index: index, purpose: .identity)
    let digits = (0..<20).map { _ in String(random.next() % 16, radix: 16) }
    let group = { (range: Range<Int>) in digits[range].joined() }
    let number = String((UInt64(index) ^ mask) & 0xFFF_FFFF, radix: 16)
    let tail = String(repeating: "0", count: 7 - number.count) + number
    return [
      group(0..<8), group(8..<12), group(12..<16), group(16..<20),
      "\(tail)jb1\((child + 1).padded(2))",
    ].joined(separator: "-")
  }

  func index(id: String) -> Int? {
    if let index = stated.firstIndex(where: { $0.id == id }) { return index }
    let tail = id.suffix(12)
    guard let number = UInt64(tail.prefix(7), radix: 16), let child = Int(tail.suffix(2)) else {
      return nil
    }
    let index = Int((number ^ mask) & 0xFFF_FFFF)
    guard (0..<count).contains(index), self.id(index, child: child - 1) == id else { return nil }
    return index
  }

  private var mask: UInt64 {
    var random = SplitMix64(seed: seed)
    return random.next()
  }

  private func role(_ index: Int) -> DRSRole {
    if stated.indices.contains(index) { return stated[index] }
    let index = index - stated.count
    return index < DRSRole.cast.count ? DRSRole.cast[index] : DRSRole.extra(index, seed: seed)
  }
}
