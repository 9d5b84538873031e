internal import CNCurses
internal import DashboardUI

/// Turns tones into what the terminal has: 256 colours, 16, 8, or attributes alone.
@MainActor struct TerminalPalette {
  private let hasColor: Bool
  private let hasGrey: Bool

  /// - Parameter isColourBlind: Blue stands for good: red and green look alike to many.
  init(hasColor: Bool, isColourBlind: Bool) {
    self.hasColor = hasColor && has_colors()
    guard self.hasColor else {
      hasGrey = false
      return
    }
    start_color()
    use_default_colors()
    hasGrey = cnc_color_count() >= 16
    init_pair(Self.good, Int16(isColourBlind ? COLOR_BLUE : COLOR_GREEN), -1)
    init_pair(Self.warning, Int16(COLOR_YELLOW), -1)
    init_pair(Self.bad, Int16(COLOR_RED), -1)
    init_pair(Self.accent, Int16(COLOR_CYAN), -1)
    if hasGrey { init_pair(Self.muted, 8, -1) }
  }

  private static let good: Int16 = 1
  private static let warning: Int16 = 2
  private static let bad: Int16 = 3
  private static let accent: Int16 = 4
  private static let muted: Int16 = 5

  /// One cell of curses for each cluster: it finds the second column of a wide one by itself.
  func line(_ cells: ArraySlice<Cell>) -> [cchar_t] {
    cells.compactMap { cell in
      guard case .cluster(let cluster) = cell.content else { return nil }
      return character(cluster, cell.style)
    }
  }

  private func character(_ cluster: Cluster, _ style: Style) -> cchar_t {
    var result = cchar_t()
    let scalars =
      [cluster.base, cluster.firstMark, cluster.secondMark].compactMap { $0 }
      .map { wchar_t(bitPattern: $0.value) } + [0]
    unsafe setcchar(&result, scalars, attributes(of: style), pair(of: style.tone), nil)
    return result
  }

  private func attributes(of style: Style) -> attr_t {
    var attributes: attr_t = 0
    if style.isBold { attributes |= cnc_bold }
    if style.isReversed { attributes |= cnc_reverse }
    if style.isUnderlined { attributes |= cnc_underline }
    if style.isDim || (style.tone == .muted && !hasGrey) { attributes |= cnc_dim }
    return attributes
  }

  private func pair(of tone: Tone) -> Int16 {
    guard hasColor else { return 0 }
    return switch tone {
    case .plain: 0
    case .good: Self.good
    case .warning: Self.warning
    case .bad: Self.bad
    case .accent: Self.accent
    case .muted: hasGrey ? Self.muted : 0
    }
  }
}
