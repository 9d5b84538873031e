/// What is inside a pane: lines, of which it shows as many as it has room for.
protocol JobPaneContent {
  var count: Int { get }
  func draw(_ line: Int, on canvas: inout Canvas, row: Int)
}

extension JobPaneContent {
  func draw(from top: Int, on canvas: inout Canvas) {
    let first = min(max(0, top), max(0, count - canvas.size.rows))
    for row in 0..<max(0, min(canvas.size.rows, count - first)) {
      draw(first + row, on: &canvas, row: row)
    }
  }
}

/// A pane of a few lines, all known.
struct JobPaneText: JobPaneContent {
  let lines: [JobPaneLine]

  var count: Int { lines.count }

  func draw(_ line: Int, on canvas: inout Canvas, row: Int) {
    lines[line].draw(on: &canvas, row: row)
  }
}
