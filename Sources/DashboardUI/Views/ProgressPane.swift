import MigrationModel
import MigrationWatch

/// How far a job is: a bar for the copy, the figures of the phase, what is left.
struct ProgressPane {
  let report: JobReport
  /// Whether no other pane tells about the cut-over.
  let isAlone: Bool

  func draw(on canvas: inout Canvas) {
    var row = 0
    for line in lines(isBrief: canvas.size.columns >= Self.roomy) {
      guard row < canvas.size.rows else { return }
      canvas.write(line.label, row: row, column: 0, style: .muted, width: Self.margin - 1)
      switch line.content {
      case .text(let pieces, let style): drawPieces(pieces, style, on: &canvas, row: &row)
      case .bar(let fraction, let percent, let pieces):
        drawBar(fraction, percent, pieces, on: &canvas, row: &row)
      }
      row += 1
    }
  }

  private static let margin = 9
  /// Has room for words behind a bar.
  private static let roomy = 70

  struct Line {
    enum Content {
      /// Pieces that stay whole: one that does not fit beside the others begins a line.
      case text([String], Style = Style())
      case bar(Double?, percent: String, [String])
    }

    let label: String
    let content: Content
  }

  private func drawBar(
    _ fraction: Double?, _ percent: String, _ pieces: [String], on canvas: inout Canvas,
    row: inout Int
  ) {
    let room = canvas.size.columns - Self.margin - percent.count - 1
    let width = max(4, min(canvas.size.columns < Self.roomy ? 36 : 30, room))
    canvas.progressBar(
      fraction, row: row, column: Self.margin, width: width, style: Style(tone: .accent))
    let end = Self.margin + width + 1
    canvas.write(percent, row: row, column: end)
    guard !pieces.isEmpty else { return }
    let text = pieces.joined(separator: ", ")
    if end + percent.count + 2 + TextWidth.columns(of: text) <= canvas.size.columns {
      canvas.write(text, row: row, column: end + percent.count + 2)
    } else {
      row += 1
      drawPieces(pieces, Style(), on: &canvas, row: &row)
    }
  }

  private func drawPieces(
    _ pieces: [String], _ style: Style, on canvas: inout Canvas, row: inout Int
  ) {
    var column = Self.margin
    for piece in pieces {
      let width = TextWidth.columns(of: piece)
      if column > Self.margin, column + width > canvas.size.columns {
        row += 1
        column = Self.margin
      }
      column += canvas.write(piece, row: row, column: column, style: style) + 3
    }
  }
}
