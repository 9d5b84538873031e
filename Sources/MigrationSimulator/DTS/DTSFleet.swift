/// The jobs of one account in one region.
struct DTSFleet: Sendable {
  static let region = "cn-hangzhou"

  let seed: UInt64
  let count: Int
  /// The jobs that a scenario states; they go before the fleet's own.
  var stated: [DTSRole] = []

  func job(_ index: Int, at moment: SimulatedMoment) -> DTSJob {
    let role = role(index)
    var random = SplitMix64(seed: seed, index: index, purpose: .endpoint)
    let database = role.name.prefix { $0 != "-" }
    let job = DTSJob(
      index: index, id: id(index), name: role.name, kind: role.kind,
      instanceClass: ["micro", "small", "medium", "large"][Int(random.next() % 4)],
      source: DatabaseSeat(engine: role.source, database: "\(database)", random: &random),
      target: DatabaseSeat(engine: role.target, database: "\(database)_new", random: &random),
      // The later the number, the older the job: the order of a listing needs no sorting.
      createdAt: -90_000 - Double(index) * 5_400, status: "NotStarted")
    return DTSPlay(job: job, seed: seed, now: moment.elapsed).play(role.story, role.pace)
  }

  /// The indices of a listing, newest first.
  func indices(of kind: DTSJob.Kind) -> [Int] {
    (0..<count).filter { index in
      stated.indices.contains(index)
        ? stated[index].kind == kind
        : DTSRole.kind(index - stated.count, seed: seed) == kind
    }
  }

  func name(_ index: Int) -> String { role(index).name }

  /// Ends with the index, so that a job is found without a table of all ids.
  func id(_ index: Int) -> String {
    if stated.indices.contains(index), let id = stated[index].id { return id }
    var random = SplitMix64(seed: seed, index: index, purpose: .identity)
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    let head = (0..<11).map { _ in letters[Int(random.next() % 36)] }
    let tail = String(index, radix: 36)
    return "d" + String(head.dropFirst()) + String(repeating: "0", count: 5 - tail.count) + tail
  }

  func index(id: String) -> Int? {
    if let index = stated.firstIndex(where: { $0.id == id }) { return index }
    guard let index = Int(id.suffix(5), radix: 36), (0..<count).contains(index),
      self.id(index) == id
    else { return nil }
    return index
  }

  private func role(_ index: Int) -> DTSRole {
    if stated.indices.contains(index) { return stated[index] }
    let index = index - stated.count
    return index < DTSRole.cast.count ? DTSRole.cast[index] : DTSRole.extra(index, seed: seed)
  }
}
