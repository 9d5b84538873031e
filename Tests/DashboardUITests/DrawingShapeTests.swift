import DashboardUI
import Testing

@Suite struct DrawingShapeTests {
  @Test(
    arguments: [
      (0.61, "████▎░░"), (0.37, "██▌░░░░"), (0.72, "█████░░"), (0.56, "███▉░░░"), (0.08, "▌░░░░░░"),
      (0, "░░░░░░░"), (0.999, "██████▉"), (1, "███████"), (1.11, "██████▉"), (nil, "·······"),
      (.nan, "·······"), (-3, "░░░░░░░"),
    ] as [(Double?, String)])
  func `a progress bar is full only at the end`(fraction: Double?, shown: String) {
    var canvas = Canvas(size: Size(rows: 1, columns: 7))
    canvas.progressBar(fraction, row: 0, column: 0, width: 7)
    #expect(canvas.frame.text == shown)
  }

  @Test func `a sparkline shows the newest at the right and a gap as a gap`() {
    var canvas = Canvas(size: Size(rows: 1, columns: 12))
    canvas.sparkline(
      [9, 0, nil, 1, 2, 4, 8, 99, -1, .nan], maximum: 8, row: 0, column: 1, width: 9)
    #expect(canvas.frame.text == " ▁ ▁▂▄██▁   ")
  }

  @Test(
    arguments: [
      (29, "┌─ 2 lag  1h ── now 18m04s ─┐", "└───────────── page 1 of 2 ─┘"),
      (26, "┌─ 2 lag  1h ────────────┐", "└────────── page 1 of 2 ─┘"),
      (12, "┌─ 2 lag… ─┐", "└──────────┘"), (8, "┌─ 2… ─┐", "└──────┘"), (7, "┌─────┐", "└─────┘"),
      (2, "┌┐", "└┘"),
    ])
  func `a box leaves out what does not fit into its border`(
    columns: Int, top: String, bottom: String
  ) {
    var canvas = Canvas(size: Size(rows: 2, columns: columns))
    canvas.box(title: "2 lag  1h", trailing: "now 18m04s", footer: "page 1 of 2")
    #expect(canvas.frame.text == top + "\n" + bottom)
  }

  @Test func `a line has its title near the left`() {
    var canvas = Canvas(size: Size(rows: 1, columns: 20))
    canvas.line(row: 0, title: "error 1 of 3")
    #expect(canvas.frame.text == "─ error 1 of 3 ─────")
  }

  @Test func `a window cuts off what is outside it`() {
    var canvas = Canvas(size: Size(rows: 3, columns: 6))
    canvas.draw(in: Region(row: 1, column: -2, rows: 1, columns: 5)) { window in
      #expect(window.size == Size(rows: 1, columns: 3))
      window.write("abcdef", row: 0, column: 0)
      window.write("above", row: -1, column: 0)
      window.setCursor(row: 0, column: 1)
      window.setCursor(row: 1, column: 0)
    }
    #expect(canvas.frame.text == "      \nab…   \n      ")
    #expect(canvas.frame.cursor == Position(row: 1, column: 1))
  }

  @Test func `a region is split without loss`() {
    let region = Region(row: 2, column: 3, rows: 10, columns: 20)
    let (top, rest) = region.split(top: 4)
    #expect(top == Region(row: 2, column: 3, rows: 4, columns: 20))
    #expect(rest == Region(row: 6, column: 3, rows: 6, columns: 20))
    #expect(region.split(right: 99).right == region)
    #expect(region.split(left: -1).left.isEmpty)
  }

  @Test(arguments: [Glyphs.unicode, .ascii])
  func `no size makes a drawing leave its place or a row lose its columns`(glyphs: Glyphs) {
    for rows in [0, 1, 2, 3, 5, 10, 24, 80] {
      for columns in [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 20, 40, 79, 80, 120, 250] {
        let outer = Size(rows: rows + 2, columns: columns + 2)
        var canvas = Canvas(size: outer, glyphs: glyphs)
        canvas.draw(in: Region(row: 1, column: 1, rows: rows, columns: columns)) {
          $0.drawEverything()
        }
        #expect(canvas.frame.hasWholeRows, "\(rows)x\(columns)")
        #expect(canvas.frame.hasBlankEdges, "\(rows)x\(columns)")
      }
    }
  }
}

extension Canvas {
  fileprivate mutating func drawEverything() {
    fill(Style(isReversed: true))
    let inside = box(title: "订单中心-同步", trailing: "now 18m04s", footer: "1 of 2")
    draw(in: inside) { window in
      let values = (0..<300).map { $0 % 7 == 0 ? nil : Double($0) }
      window.draw(LagGraph(values: values, reading: values, threshold: 200, cursor: 299))
      for row in -1...window.size.rows {
        window.progressBar(0.5, row: row, column: row - 3, width: 20)
        window.write("支付流水-灾备", row: row, column: row * 5 - 4)
        window.writeRight("流水", row: row, column: -5, width: 12)
        window.writeNumber("18m04s", row: row, column: row * 3, width: 8)
        window.sparkline(values, maximum: 9, row: row, column: -2, width: row)
      }
    }
    for row in -1...size.rows {
      write("订单", row: row, column: size.columns - 3)
      for column in [-9, -1, size.columns, size.columns + 9] { put("迁", row: row, column: column) }
      line(row: row, column: size.columns + 2, width: -4, title: "error")
    }
  }
}

extension Frame {
  /// Whether nothing was drawn in the outermost cells.
  fileprivate var hasBlankEdges: Bool {
    (0..<size.rows).allSatisfy { row in
      let cells = self.row(row)
      let isEdge = row == 0 || row == size.rows - 1
      return isEdge
        ? cells.allSatisfy { $0 == .blank } : cells.first == .blank && cells.last == .blank
    }
  }
}
