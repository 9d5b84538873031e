/// One line of a pane, in pieces that know their column.
struct JobPaneLine: Hashable {
  private enum Content: Hashable {
    case text(String, width: Int?)
    /// Ends with the last column of a width.
    case number(String, width: Int)
    case bar(Double?, width: Int)
  }

  private struct Piece: Hashable {
    let column: Int
    let content: Content
    let style: Style
  }

  private var pieces: [Piece] = []

  static let blank = JobPaneLine()

  init() {}

  init(_ text: String, at column: Int = 0, _ style: Style = Style()) {
    pieces = [Piece(column: column, content: .text(text, width: nil), style: style)]
  }

  func text(
    _ text: String, at column: Int, width: Int? = nil, _ style: Style = Style()
  ) -> JobPaneLine {
    adding(Piece(column: column, content: .text(text, width: width), style: style))
  }

  func number(_ text: String, at column: Int, width: Int, _ style: Style = Style()) -> JobPaneLine {
    adding(Piece(column: column, content: .number(text, width: width), style: style))
  }

  func bar(_ fraction: Double?, at column: Int, width: Int) -> JobPaneLine {
    adding(
      Piece(
        column: column, content: .bar(fraction, width: width), style: Style(tone: .accent)))
  }

  private func adding(_ piece: Piece) -> JobPaneLine {
    var line = self
    line.pieces.append(piece)
    return line
  }

  func draw(on canvas: inout Canvas, row: Int) {
    for piece in pieces {
      switch piece.content {
      case .text(let text, let width):
        canvas.writeSentence(
          text, row: row, column: piece.column, style: piece.style, width: width)
      case .number(let text, let width):
        canvas.writeNumber(text, row: row, column: piece.column, width: width, style: piece.style)
      case .bar(let fraction, let width):
        canvas.progressBar(
          fraction, row: row, column: piece.column, width: width, style: piece.style)
      }
    }
  }
}
