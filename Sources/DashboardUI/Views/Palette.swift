import MigrationWatch

/// How states look. Colour only adds: each has its glyph and word.
extension ShownState {
  var style: Style {
    switch self {
    case .failed: Style(tone: .bad, isBold: true)
    case .stalled: Style(tone: .bad)
    case .warning: Style(tone: .warning, isBold: true)
    case .stale, .unknown: Style(tone: .warning)
    case .running: Style(tone: .good)
    case .paused: Style(tone: .accent)
    case .pending, .stopped, .done: Style(tone: .muted)
    }
  }
}

extension LagSeverity {
  var style: Style {
    switch self {
    case .absent: .muted
    case .normal: Style()
    case .warning: Style(tone: .warning)
    case .critical: Style(tone: .bad)
    }
  }
}

extension Style {
  static let title = Style(tone: .accent, isBold: true)
  static let muted = Style(tone: .muted)
  static let heading = Style(isBold: true)

  func reversed(_ isReversed: Bool) -> Style {
    var style = self
    style.isReversed = isReversed
    return style
  }
}
