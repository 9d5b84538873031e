/// How fast a counter goes, from the readings in which it moved.
///
/// Between its moves a counter tells nothing: services count in batches, and a rate between two readings is that of
/// the batch. So only moves are kept, the older ones more thinly, and silence counts once it is longer than usual.
/// A copy that begins anew, or goes on after it stood still, is measured anew.
struct Pace: Hashable, Sendable {
  /// Seconds of uptime, and the counter then.
  struct Move: Hashable { let at, done: Double }

  private(set) var moves: [Move] = []
  /// In seconds of uptime: a counter that was not read did not stand still.
  private var readAt = 0.0

  /// - Parameter kept: How many moves to keep.
  mutating func learn(_ done: Double, at moment: Duration, kept: Int) {
    let now = moment / .seconds(1)
    defer { readAt = now }
    guard let last = moves.last else { return moves = [Move(at: now, done: done)] }
    guard done != last.done, now > last.at else { return }
    // One that is corrected a little goes on from there; one that falls begins anew.
    if done < last.done, done > last.done * 0.9 {
      moves = moves.map { Move(at: $0.at, done: $0.done + done - last.done) }
      return
    }
    if done < last.done || readAt - last.at > longestPause { moves = [] }
    moves.append(Move(at: now, done: done), most: kept + 1)
    if moves.count > kept { thin() }
  }

  /// Halves the older half.
  private mutating func thin() {
    let half = moves.count / 2
    moves =
      moves[..<half].indices.filter { $0.isMultiple(of: 2) }.map { moves[$0] } + moves[half...]
  }

  /// After a longer one the copy is not the one that it was: it stood still. Three gaps show what is usual.
  private var longestPause: Double { moves.count > 3 ? max(30, usualGap * 6) : 180 }

  /// The longest of the last gaps between moves, and a little more.
  private var usualGap: Double {
    (zip(moves.suffix(9), moves.suffix(9).dropFirst()).map { $1.at - $0.at }.max() ?? 0) * 1.2
  }

  /// The silence since the last move: what is usual, in which the copy goes on unseen, and what is beyond.
  private func silence(at now: Double) -> (usual: Double, beyond: Double) {
    let age = max(0, now - (moves.last?.at ?? now))
    return (min(age, usualGap), max(0, age - usualGap))
  }

  /// Units a second over the last moves; `nil` before there are enough.
  func rate(at moment: Duration) -> Double? {
    looksBack(from: silence(at: moment / .seconds(1)).beyond).first?.rate
  }

  /// Seconds until the counter is at `total`, counted from a reading; `nil` before there is enough to say.
  func timeLeft(to total: Double, at moment: Duration) -> ClosedRange<Double>? {
    let silence = silence(at: moment / .seconds(1))
    guard let last = moves.last, let calm = calmest(looksBack(from: silence.beyond)) else {
      return nil
    }
    let rest = total - last.done
    guard rest > 0 else { return nil }
    let middle = rest / calm.rate
    let margin = margin(calm, middle: middle, part: last.done / total)
    var (low, high) = (middle * (1 - margin.sooner), middle * (1 + margin.later))
    if let slowing = slowing(to: total, noise: calm.deviation * calm.span.squareRoot()) {
      // Twice as long is the most that a bend is believed.
      let bent = min(max(slowing, middle), middle * 2)
      low = max(low, (middle + bent) / 2 * (1 - margin.sooner))
      high = max(high, bent * 1.1)
    }
    return max(0, low - silence.usual)...max(0, high - silence.usual)
  }
}

extension Pace {
  /// The rate over the time up to now.
  struct LookBack {
    /// Units a second.
    let rate: Double
    /// What noise leaves open, as a part of the rate.
    let deviation: Double
    /// Seconds.
    let span: Double
    let moves: Int
  }

  private static let shortest = 8.0
  private static let growth = 1.5
  private static let spanNeeded = 10.0

  /// From short to long. Empty before four steps from move to move, or two that took a minute.
  private func looksBack(from silence: Double) -> [LookBack] {
    guard let first = moves.first, let last = moves.last, last.at - first.at >= Self.spanNeeded
    else { return [] }
    let isEnough = moves.count > 4 || moves.count > 2 && last.at - first.at >= 60
    guard isEnough else { return [] }
    let noise = noise
    var looks: [LookBack] = []
    var length = Self.shortest
    var before = -1
    while before != 0 {
      let start = moves.lastIndex { last.at - $0.at >= length } ?? 0
      let index = max(0, min(start, moves.count - 1 - min(4, moves.count - 1)))
      let span = last.at - moves[index].at
      if index != before, span > 0 {
        let rate = (last.done - moves[index].done) / (span + silence)
        looks.append(
          LookBack(
            rate: rate, deviation: max(noise / span.squareRoot() / rate, 0.01), span: span,
            moves: moves.count - 1 - index))
        before = index
      }
      length = max(length, span) * Self.growth
    }
    return looks
  }

  /// The longest look back whose rate agrees with those of all the shorter ones: as calm as can be, and still of
  /// the present (Lepski's choice of a bandwidth).
  private func calmest(_ looks: [LookBack]) -> LookBack? {
    var agreed: [LookBack] = []
    for look in looks {
      if agreed.contains(where: { abs(look.rate - $0.rate) > 2.5 * $0.deviation * $0.rate }) {
        break
      }
      agreed.append(look)
    }
    return agreed.last
  }
}
