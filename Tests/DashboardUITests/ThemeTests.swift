import DashboardUI
import Testing

@Suite struct ThemeTests {
  private static let failed = Style(tone: .bad, isBold: true)

  @Test(
    arguments: [
      (.standard, 256, .red, 1), (.standard, 8, .red, 1), (.colourBlind, 256, .vermilion, 166),
      (.colourBlind, 16, .vermilion, 1), (.standard, 0, nil, nil), (.mono, 256, nil, nil),
    ] as [(Theme, Int, Colour?, Int?)])
  func `what failed is bold in every theme, and in the colour that there is`(
    theme: Theme, colours: Int, colour: Colour?, number: Int?
  ) {
    let look = theme.look(of: Self.failed, colours: colours)
    #expect(look.colour == colour && look.colour?.number(of: colours) == number)
    #expect(look.isBold && look.isReversed == (colour == .vermilion))
  }

  @Test(arguments: [(256, 244, false), (16, 8, false), (8, nil, true), (0, nil, true)])
  func `what stands back is grey, or dim without a grey`(colours: Int, number: Int?, isDim: Bool) {
    let look = Theme.standard.look(of: Style(tone: .muted), colours: colours)
    #expect(look.colour?.number(of: colours) == number && look.isDim == isDim)
  }

  @Test(arguments: Theme.allCases, [0, 8, 16, 256])
  func `a selection is reversed and no colour is out of reach`(theme: Theme, colours: Int) {
    #expect(theme.look(of: Style(isReversed: true), colours: colours).isReversed)
    for tone in Tone.allCases {
      let look = theme.look(of: Style(tone: tone), colours: colours)
      #expect(look.colour.map { $0.number(of: colours) < colours } ?? true)
    }
  }
}
