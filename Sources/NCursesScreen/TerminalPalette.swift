internal import CNCurses
internal import DashboardUI

/// Turns cells into those of curses, in the colours that the terminal has.
@MainActor struct TerminalPalette {
  private let theme: Theme
  private let colours: Int

  /// - Parameter isColourBlind: Blue stands for good: red and green look alike to many.
  init(hasColor: Bool, isColourBlind: Bool) {
    theme = !hasColor ? .mono : isColourBlind ? .colourBlind : .standard
    guard hasColor, has_colors() else {
      colours = 0
      return
    }
    start_color()
    use_default_colors()
    colours = Int(cnc_color_count())
    guard colours >= 8 else { return }
    for colour in Colour.allCases where colour.number(of: colours) < colours {
      init_pair(Self.pair(of: colour), Int16(colour.number(of: colours)), -1)
    }
  }

  private static func pair(of colour: Colour?) -> Int16 {
    colour.map { Int16($0.rawValue + 1) } ?? 0
  }

  /// One cell of curses for each cluster: it finds the second column of a wide one by itself.
  func line(_ cells: ArraySlice<Cell>) -> [cchar_t] {
    cells.flatMap { cell -> [cchar_t] in
      guard case .cluster(let cluster) = cell.content else { return [] }
      guard isAgreed(cluster) else {
        return Array(repeating: character(["?"], cell.style), count: cluster.width)
      }
      return [character(cluster.scalars, cell.style)]
    }
  }

  /// Whether the locale gives a cluster the width that the frame does. Curses goes by the locale: one that differs
  /// would shift the rest of the row.
  private func isAgreed(_ cluster: Cluster) -> Bool {
    cluster.isASCII
      || width(cluster.base) == cluster.width
        && cluster.scalars.dropFirst().allSatisfy { width($0) == 0 }
  }

  private func width(_ scalar: Unicode.Scalar) -> Int {
    Int(cnc_width(wchar_t(bitPattern: scalar.value)))
  }

  private func character(_ scalars: [Unicode.Scalar], _ style: Style) -> cchar_t {
    let look = theme.look(of: style, colours: colours)
    var result = cchar_t()
    let text = scalars.map { wchar_t(bitPattern: $0.value) } + [0]
    unsafe setcchar(&result, text, attributes(of: look), Self.pair(of: look.colour), nil)
    return result
  }

  private func attributes(of look: Look) -> attr_t {
    var attributes: attr_t = 0
    if look.isBold { attributes |= cnc_bold }
    if look.isDim { attributes |= cnc_dim }
    if look.isReversed { attributes |= cnc_reverse }
    if look.isUnderlined { attributes |= cnc_underline }
    return attributes
  }
}
