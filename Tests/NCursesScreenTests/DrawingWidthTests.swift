import CNCurses
import DashboardUI
import MigrationModel
import Testing

/// The table of widths beside that of the C library, which curses counts by.
@Suite struct DrawingWidthTests {
  /// Why a scalar has no cell of its own although the C library gives it a width.
  private enum Reason: Hashable {
    /// A control, a format or bidi control, a surrogate, private, unassigned, or a separator of lines.
    case category
    /// Shown as nothing: fillers, joiners, variation selectors.
    case ignorable
    /// Newer than Unicode 14: the tables of terminals are often years older than a compiler's.
    case tooNew
    /// Terminals differ.
    case disputed
  }

  /// Those of ``Reason/disputed``, by why they are.
  private static let disputed: [(why: String, ClosedRange<UInt32>)] = [
    ("wide since Unicode 16: trigrams", 0x2630...0x2637),
    ("wide since Unicode 16: monograms and digrams", 0x268A...0x268F),
    ("wide since Unicode 16: Tai Xuan Jing", 0x1D300...0x1D356),
    ("wide since Unicode 16: counting rods", 0x1D360...0x1D376),
    ("marks that are wide: Hangul tone marks", 0x302E...0x302F),
    ("marks that are wide: Vietnamese reading marks", 0x16FF0...0x16FF1),
    ("ambiguous, mostly drawn wide: numbers on black squares", 0x3248...0x324F),
    ("a spacing vowel since Unicode 14", 0x1171E...0x1171E),
    ("flags: a pair may be one picture", 0x1F1E6...0x1F1FF),
    ("skin tones: may join the picture before them", 0x1F3FB...0x1F3FF),
  ]

  @Test func `every scalar has the width of the C library, or is not drawn for a reason`() throws {
    try #require(unsafe setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var wrong: [String] = []
    var found: [Reason: Int] = [:]
    for scalar in (UInt32(0)...0x10FFFF).lazy.compactMap({ Unicode.Scalar($0) }) {
      let theirs = Int(cnc_width(wchar_t(bitPattern: scalar.value)))
      guard let ours = TextWidth.columns(of: scalar) else {
        let reason = Self.reason(scalar)
        reason.map { found[$0, default: 0] += 1 }
        if reason == nil { wrong.append("U+\(String(scalar.value, radix: 16)) is not drawn") }
        continue
      }
      if ours != theirs { wrong.append("U+\(String(scalar.value, radix: 16)) \(ours) \(theirs)") }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(20))")
    // Of the assigned ones that C libraries know only these few are not drawn.
    #expect(found[.disputed] == Self.disputed.map { $0.1.count }.reduce(0, +))
    #expect(found[.ignorable] == 267)
  }

  private static func reason(_ scalar: Unicode.Scalar) -> Reason? {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return .category
    default: break
    }
    if properties.isDefaultIgnorableCodePoint { return .ignorable }
    if disputed.contains(where: { $0.1.contains(scalar.value) }) { return .disputed }
    return properties.age.map { $0.major > 14 } ?? true ? .tooNew : nil
  }
}
