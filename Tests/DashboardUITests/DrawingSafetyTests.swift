import DashboardUI
import MigrationModel
import Testing

/// Whatever text comes, what leaves in a cell cannot do harm.
@Suite struct DrawingSafetyTests {
  /// Blocks of scalars in which most are assigned, or that somebody hides things with.
  private static let blocks = (0x00...0x1F).map { UInt32($0) } + [0x20, 0x2F, 0x30, 0xE0, 0xF0]

  private static func text(of block: UInt32) -> String {
    let scalars = (block << 12..<(block + 1) << 12).compactMap { Unicode.Scalar($0) }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Anything that a terminal would not draw as a letter in its place. Written without the room's own tables.
  private static func isSafe(_ scalar: Unicode.Scalar, isBase: Bool) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    case .nonspacingMark, .enclosingMark: return !isBase && !properties.isDefaultIgnorableCodePoint
    default:
      return !properties.isDefaultIgnorableCodePoint && !properties.isBidiControl
        && !properties.isVariationSelector
    }
  }

  @Test func `no cell can hold a scalar that acts`() {
    let harm = (UInt32(0)...0x10FFFF).lazy.compactMap { Unicode.Scalar($0) }.filter {
      Cluster($0) != nil && !Self.isSafe($0, isBase: true)
    }
    #expect(harm.map { String($0.value, radix: 16) }.isEmpty)
  }

  @Test(arguments: [Glyphs.unicode, .ascii]) func `no text becomes cells that act`(glyphs: Glyphs) {
    for text in Self.blocks.map(Self.text) {
      var canvas = Canvas(size: Size(rows: 1, columns: TextWidth.columns(of: text)), glyphs: glyphs)
      canvas.write(text, row: 0, column: 0)
      #expect(Self.harm(in: canvas.frame, isASCII: glyphs.isASCII) == [])
      #expect(canvas.frame.hasWholeRows)
    }
  }

  /// What acts, or is not ASCII where only that may be.
  private static func harm(in frame: Frame, isASCII: Bool) -> [String] {
    frame.cells.flatMap { cell -> [Unicode.Scalar] in
      guard case .cluster(let cluster) = cell.content else { return [] }
      if isASCII { return cluster.scalars.filter { !(0x20..<0x7F).contains($0.value) } }
      return cluster.scalars.enumerated().filter { !isSafe($1, isBase: $0 == 0) }.map(\.element)
    }.map { String($0.value, radix: 16) }
  }

  @Test func `no text of a service is cleaned to something that acts`() {
    for text in Self.blocks.map(Self.text) {
      let harm = ServiceText.clean(text).unicodeScalars.filter {
        $0 != "\n" && $0 != "\t" && !Self.isSafe($0, isBase: true)
          && !Self.isSafe($0, isBase: false)
      }
      #expect(harm.isEmpty)
    }
  }
}
