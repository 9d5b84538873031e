/// What may become of a pace.
extension Pace {
  /// How much sooner and later the end may be, as parts of the time that is left.
  ///
  /// The more lies ahead the more may change, and few moves say little. Copies of real databases rather end later
  /// than sooner: they begin faster than they go on, while caches and indexes are small, and what was uneven so
  /// far stays so.
  ///
  /// - Parameters:
  ///   - middle: Seconds that are left at the pace of `look`.
  ///   - part: How much of the copy is done.
  func margin(_ look: LookBack, middle: Double, part: Double) -> (sooner: Double, later: Double) {
    guard let first = moves.first, let last = moves.last, last.at > first.at else { return (0, 0) }
    let few = look.moves < 4 ? 0.3 / Double(look.moves) : 0
    let even = min(0.9, 0.12 + 0.14 * (1 - part) + 1.5 * look.deviation + few)
    let seen = last.at - first.at
    let beginning = 0.6 * max(0, 1 - seen / 32)
    let beyond = 0.12 * max(0, 1 - seen / middle)
    return (even, even + beginning + beyond + 0.5 * min(0.4, unevenness))
  }

  /// How much the rate differs from each eighth of the time to the next, beyond what noise does: a part of the
  /// rate. One turn in an even copy does not count.
  private var unevenness: Double {
    guard let first = moves.first, let last = moves.last, moves.count > 8 else { return 0 }
    let span = last.at - first.at
    let parts = max(1, min(8, Int(span / 5)))
    let length = span / Double(parts)
    var edges = [first]
    for part in 1...parts {
      let end = first.at + length * Double(part)
      guard let move = moves.last(where: { $0.at <= end }), move.at > edges[edges.count - 1].at
      else { continue }
      edges.append(move)
    }
    guard edges.count > 4 else { return 0 }
    let rates = zip(edges, edges.dropFirst()).map { ($1.done - $0.done) / ($1.at - $0.at) }
    let jump = Self.typicalJump(zip(rates, rates.dropFirst()).map { abs($1 - $0) })
    let ofNoise = noise * noise / length
    return max(0, jump * jump - ofNoise).squareRoot() * span / (last.done - first.done)
  }

  /// The deviation that a median of jumps comes from: of white noise it is 0.95 of it.
  private static func typicalJump(_ jumps: [Double]) -> Double {
    (jumps.median ?? 0) * 1.05
  }

  /// How much the rate differs from one move to the next: units a square root of a second.
  ///
  /// A counter that tells whole percents moves a little sooner or later than what it counts: that cancels out over a
  /// few moves, and real noise does not.
  var noise: Double {
    let recent = Array(moves.suffix(41))
    return [1, 2, 4].compactMap { length -> Double? in
      let ends = stride(from: recent.count - 1, through: 0, by: -length).reversed().map {
        recent[$0]
      }
      guard length == 1 || ends.count >= 8 else { return nil }
      return Self.noise(ends)
    }.min() ?? 0
  }

  private static func noise(_ moves: [Move]) -> Double {
    let steps = zip(moves, moves.dropFirst()).map { one, other in
      (rate: (other.done - one.done) / (other.at - one.at), time: other.at - one.at)
    }
    return typicalJump(
      zip(steps, steps.dropFirst()).map { one, other in
        abs(other.rate - one.rate) * ((one.time + other.time) / 2).squareRoot()
      })
  }

  /// Seconds to the end of a copy that has become slower from each quarter to the next, as when indexes outgrow
  /// memory: it goes on becoming so.
  func slowing(to total: Double, noise: Double) -> Double? {
    guard moves.count > 12, let first = moves.first, let last = moves.last else { return nil }
    let quarter = (last.done - first.done) / 4
    let edges = (0...4).map { part in
      part == 4
        ? last : moves.first { $0.done >= first.done + quarter * Double(part) } ?? last
    }
    let paces = zip(edges, edges.dropFirst()).map { ($1.at - $0.at) / ($1.done - $0.done) }
    let chance = noise / ((last.at - first.at) / 4).squareRoot()
    guard zip(paces, paces.dropFirst()).allSatisfy({ $1 > $0 * (1 + chance) }) else { return nil }
    // Seconds a unit grow with the units: a line through the middles of the quarters.
    let slope = zip([-1.5, -0.5, 0.5, 1.5], paces).map(*).reduce(0, +) / 5 / quarter
    let now = paces.reduce(0, +) / 4 + slope * quarter * 2
    let rest = total - last.done
    return rest * (now + slope * rest / 2)
  }
}
