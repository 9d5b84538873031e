/// Which colour stands for which tone.
///
/// | tone    | standard | colour-blind                | mono |
/// |---------|----------|-----------------------------|------|
/// | good    | green    | blue                        |      |
/// | warning | yellow   | yellow                      |      |
/// | bad     | red      | vermilion; reversed if bold |      |
/// | accent  | cyan     | cyan                        |      |
/// | muted   | grey     | grey                        | dim  |
///
/// Grey is dim, too, where a terminal has no more than eight colours. Bold, reversed and underlined are the same
/// in every theme, and so is the text: colour only adds.
package enum Theme: CaseIterable, Hashable, Sendable {
  case standard
  /// Red and green look alike to many: blue and vermilion do not.
  case colourBlind
  case mono

  /// How a style looks on a terminal of so many colours; 0 for none.
  package func look(of style: Style, colours: Int) -> Look {
    let colour = colours < 8 ? nil : colour(of: style.tone, isRich: colours >= 16)
    // Vermilion is not as loud as red: what has failed must be.
    let isLoud = self == .colourBlind && colour == .vermilion && style.isBold
    return Look(
      colour: colour, isBold: style.isBold,
      isDim: style.isDim || (style.tone == .muted && colour == nil),
      isReversed: style.isReversed || isLoud, isUnderlined: style.isUnderlined)
  }

  private func colour(of tone: Tone, isRich: Bool) -> Colour? {
    guard self != .mono else { return nil }
    return switch tone {
    case .plain: nil
    case .good: self == .colourBlind ? .blue : .green
    case .warning: .yellow
    case .bad: self == .colourBlind ? .vermilion : .red
    case .accent: .cyan
    case .muted: isRich ? .grey : nil
    }
  }
}

/// What a terminal is asked for.
package struct Look: Hashable, Sendable {
  /// `nil` for that of the terminal's own text.
  package let colour: Colour?
  package let isBold, isDim, isReversed, isUnderlined: Bool
}

/// A colour of letters; the background is always the terminal's own.
package enum Colour: Int, CaseIterable, Hashable, Sendable {
  case green, yellow, red, cyan, blue, vermilion, grey

  /// Its number on a terminal of so many colours, of which the first eight or sixteen are the user's own.
  package func number(of colours: Int) -> Int {
    switch self {
    case .red: 1
    case .green: 2
    case .yellow: 3
    case .cyan: 6
    // The dark blue of most terminals cannot be read on black.
    case .blue: colours >= 256 ? 33 : colours >= 16 ? 12 : 4
    case .vermilion: colours >= 256 ? 166 : 1
    // The grey of sixteen colours is the background in some schemes.
    case .grey: colours >= 256 ? 244 : 8
    }
  }
}
