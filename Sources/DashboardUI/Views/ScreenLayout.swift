/// Which rows of the screen belong to what, by its size alone.
struct ScreenLayout: Hashable {
  let size: Size
  /// Whether a line is typed above the hints.
  var isTyping = false

  /// The line of state counts is the first to go.
  var hasCounts: Bool { size.rows >= 12 }
  /// Message and hints each have a line of their own.
  var hasTwoFooters: Bool { size.rows >= 20 }
  var headerRows: Int { size.rows < 3 ? 0 : hasCounts ? 2 : 1 }
  /// The typed line takes the place of the position; what it may become and a rule stand above.
  var footerRows: Int {
    size.rows < 5 ? 0 : hasTwoFooters ? (isTyping ? 4 : 2) : 1
  }

  var body: Region {
    Region(
      row: headerRows, rows: size.rows - headerRows - footerRows, columns: size.columns)
  }

  /// A column for details at the right side of the fleet.
  var hasSidePanel: Bool { size.columns >= 180 && size.rows >= 40 }
  static let sidePanelColumns = 60

  /// A box for details below a list.
  var hasPreviewBox: Bool { !hasSidePanel && size.columns >= 110 && size.rows >= 36 }
}
