import MigrationModel

/// How many columns text takes, by a table of our own: the same pictures on every machine.
package enum TextWidth {
  /// 0 for a combining mark, 1, or 2; `nil` for what must not become a cell: controls, bidi and
  /// other invisible characters, and those whose width terminals do not agree about.
  package static func columns(of scalar: Unicode.Scalar) -> Int? {
    let value = scalar.value
    if (0x20..<0x7F).contains(value) { return 1 }
    guard ServiceText.isPrintable(scalar), !isDisputed(value), isOldEnough(scalar) else {
      return nil
    }
    if isCombining(scalar) { return 0 }
    return value >= 0x1100 && isWide(value) ? 2 : 1
  }

  package static func columns(of text: String) -> Int {
    clusters(of: text).reduce(0) { $0 + $1.width }
  }

  /// Cuts text into what cells can show, up to the first cluster that no longer fits into `limit`
  /// columns.
  ///
  /// Text of services is cleaned where it enters. What is left, and what did not come that way,
  /// becomes visible here: a newline is `␊`, a tab one blank, other controls as ``ServiceText``
  /// shows them, a flag its two letters, a character of unknown width `□`. The colour of a skin is
  /// left out: terminals join it with the hand before it, or do not. A mark without a base stands on
  /// a blank.
  package static func clusters(of text: String, upTo limit: Int = .max) -> [Cluster] {
    var result: [Cluster] = []
    var width = 0
    for scalar in text.unicodeScalars {
      guard columns(of: scalar) != 0 else {
        if result.isEmpty {
          result.append(.blank)
          width += 1
        }
        result[result.count - 1].add(scalar)
        continue
      }
      guard width <= limit else { break }
      for cluster in shown(scalar) {
        result.append(cluster)
        width += cluster.width
      }
    }
    return result
  }

  /// The clusters that a scalar which is no mark becomes.
  private static func shown(_ scalar: Unicode.Scalar) -> [Cluster] {
    if let cluster = Cluster(scalar) { return [cluster] }
    switch scalar.value {
    case 0x0A: return [Cluster("␊") ?? .replacement]
    case 0x09: return [.blank]
    case regionalIndicators: return [letter(of: scalar)]
    case skinTones: return []
    default: break
    }
    guard !ServiceText.isPrintable(scalar) else { return [.replacement] }
    return ServiceText.safeForm(of: scalar).map { Cluster($0) ?? .replacement }
  }

  private static func letter(of regionalIndicator: Unicode.Scalar) -> Cluster {
    let value = regionalIndicator.value - regionalIndicators.lowerBound + 0x41
    return Unicode.Scalar(value).flatMap { Cluster($0) } ?? .replacement
  }

  private static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x300: return false
    // Vowels and final consonants of Hangul, which join the syllable before them.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return true
    default: break
    }
    let category = scalar.properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark
  }

  /// A terminal's tables are often years older than a compiler's, and give a new character no width
  /// at all.
  private static func isOldEnough(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x300 || scalar.properties.age.map { $0.major <= 14 } ?? false
  }

  private static func isDisputed(_ value: UInt32) -> Bool {
    value >= 0x2630 && disputed.contains { $0.contains(value) }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var candidates = wide[...]
    while let middle = candidates.indices.dropFirst(candidates.count / 2).first {
      if wide[middle].contains(value) { return true }
      candidates =
        value < wide[middle].lowerBound ? candidates[..<middle] : candidates[(middle + 1)...]
    }
    return false
  }
}

extension TextWidth {
  /// The beginning of a text that fits some columns, with a mark where more follows.
  static func cut(_ text: String, to columns: Int, mark: Character) -> String {
    guard self.columns(of: text) > columns else { return text }
    var result = ""
    var width = 0
    for character in text {
      width += self.columns(of: String(character))
      guard width < columns else { break }
      result.append(character)
    }
    return result + String(mark)
  }
}
