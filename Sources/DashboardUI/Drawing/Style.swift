/// What a piece of the screen says by its colour. Colours only add: every state reads without them.
package enum Tone: CaseIterable, Hashable, Sendable {
  case plain, good, warning, bad
  /// Less important than what stands around it.
  case muted
  /// Draws the eye without a judgement: titles, bars, keys.
  case accent
}

/// How a cell looks, in the words of any terminal; a theme turns the tone into a colour.
package struct Style: Hashable, Sendable {
  package var tone: Tone
  package var isBold: Bool
  package var isDim: Bool
  package var isReversed: Bool
  package var isUnderlined: Bool

  package init(
    tone: Tone = .plain, isBold: Bool = false, isDim: Bool = false, isReversed: Bool = false,
    isUnderlined: Bool = false
  ) {
    self.tone = tone
    self.isBold = isBold
    self.isDim = isDim
    self.isReversed = isReversed
    self.isUnderlined = isUnderlined
  }
}
