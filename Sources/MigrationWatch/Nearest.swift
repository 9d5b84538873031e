/// Finds what a misspelt name was meant to be.
package enum Nearest {
  /// The candidate that `name` begins, or the one with the fewest slips; `nil` if none is near.
  ///
  /// One slip in three letters is allowed. A slip is a letter too many, too few, wrong or swapped
  /// with its neighbour; case, `-` and `_` are none: `accessKeyId` is `access_key_id`.
  package static func name(to name: String, among candidates: [String]) -> String? {
    let letters = folded(name)
    let ranked = candidates.compactMap { candidate -> (slips: Int, candidate: String)? in
      let other = folded(candidate)
      let isAbbreviation = letters.count > 1 && other.starts(with: letters)
      let slips = isAbbreviation ? 1 : distance(from: letters, to: other)
      return slips <= max(3, letters.count, other.count) / 3 ? (slips, candidate) : nil
    }
    return ranked.min { $0.slips < $1.slips }?.candidate
  }

  /// ` (did you mean x?)`, or nothing.
  package static func hint(_ name: String, among candidates: some Sequence<String>) -> String {
    self.name(to: name, among: Array(candidates)).map { " (did you mean \($0)?)" } ?? ""
  }

  private static func folded(_ name: String) -> [Character] {
    name.lowercased().filter { $0 != "_" && $0 != "-" }
  }

  /// The optimal string alignment distance.
  private static func distance(from one: [Character], to other: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in one.indices {
      var current = [row + 1]
      for column in other.indices {
        let isEqual = one[row] == other[column]
        var best = min(
          last[column] + (isEqual ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[other.count]
  }
}
