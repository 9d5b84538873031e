import DashboardUI
import MigrationWatch
import Testing

/// What holds for every view at every size from 1x1 to 250x80.
@Suite struct EverySizeTests {
  /// All small ones, and a fifth of a grid: one near each width or height at which a layout changes.
  private static let sizes: [Size] = {
    let small = (1...10).flatMap { rows in (1...20).map { Size(rows: rows, columns: $0) } }
    let rows = [10, 11, 12, 15, 16, 19, 20, 24, 30, 35, 36, 39, 40, 60, 80]
    let columns = [
      24, 30, 39, 40, 49, 50, 59, 60, 66, 67, 73, 74, 79, 80, 90, 99, 100, 109, 110, 127, 141, 179,
      180, 200, 250,
    ]
    let grid = rows.indices.flatMap { row in
      columns.indices.filter { (row + $0) % 5 == 0 }.map {
        Size(rows: rows[row], columns: columns[$0])
      }
    }
    return small + grid
  }()

  @Test(arguments: Scene.all) func `a frame is whole, its figures too, and its list has its cursor`(
    scene: Scene
  ) {
    let figures = scene.figures
    var (torn, cut, lost) = ([String](), [String](), [String]())
    for size in Self.sizes {
      let frame = scene.frame(size)
      if frame.size != size || !frame.hasWholeRows { torn.append(size.name) }
      let unknown = frame.figures.subtracting(figures)
      // In narrower ones a word may be wider than a line, and is broken; a prompt is scrolled.
      if size.columns >= 50, !unknown.isEmpty { cut.append("\(size.name) \(unknown)") }
      // JSON is a source text: its lines end where they end.
      if size.columns >= 24, !scene.dashboard.isJSON, let line = frame.cutFigure {
        cut.append("\(size.name) \(line)")
      }
      if scene.dashboard.hasList, frame.text.contains("##") { cut.append("\(size.name) ##") }
      if scene.dashboard.hasList, size.rows >= 6, size.columns >= 3, !frame.marksItsCursor {
        lost.append(size.name)
      }
    }
    #expect(torn == [])
    #expect(cut == [])
    #expect(lost == [])
  }

  @Test(arguments: Scene.all) func `in ASCII there is nothing else`(scene: Scene) {
    let some = Self.sizes.indices.filter { $0.isMultiple(of: 3) }.map { Self.sizes[$0] }
    let others = some.filter { size in
      let frame = scene.frame(size, glyphs: .ascii)
      let isASCII = frame.text.utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A }
      return !isASCII || !frame.hasWholeRows
    }
    #expect(others.map(\.name) == [])
  }
}

extension Scene {
  /// The numbers that the view shows where it has room, each as a whole.
  fileprivate var figures: Set<Substring> {
    let roomy = [39, 80].map { Size(rows: $0, columns: 250) }
    return (Size.pictured + roomy).reduce(into: []) {
      $0.formUnion(frame($1).figures)
    }
  }
}

extension Frame {
  /// Runs of digits, without those of positions (`3-7 of 23`) and those in words that are cut by an ellipsis.
  fileprivate var figures: Set<Substring> {
    let text = text.replacing(#/\d+(-\d+)?( of |\/)\d+|\S*…\S*|\d+ col.*/#, with: "")
    return Set(text.split { !("0"..."9").contains($0) })
  }

  /// The first line with a number or a time that goes on behind an ellipsis.
  fileprivate var cutFigure: Substring? {
    text.split(separator: "\n").first { line in
      guard line.contains("…") else { return false }
      let words = line.split(separator: " ")
      return zip([""] + words, words).contains { before, word in
        guard let end = word.firstIndex(of: "…") else { return false }
        // The beginning of an id tells two jobs of one name apart: no figure.
        let first = word[..<end].drop { "~<>x([".contains($0) }.first
        return first.map { $0.isASCII && $0.isNumber } == true
          && !["wwi-retail", "northwind"].contains(before)
      }
    }
  }

  /// Whether the cursor stands on the pointer of a row.
  fileprivate var marksItsCursor: Bool {
    guard let cursor, (0..<size.rows).contains(cursor.row), cursor.column == 0 else { return false }
    return ["»", ">"].contains(text.split(separator: "\n")[cursor.row].first)
  }
}

extension Dashboard {
  fileprivate var isJSON: Bool { if case .json = place.view { true } else { false } }

  /// Whether the view on screen is a list with a selected row.
  fileprivate var hasList: Bool {
    guard openHelp == nil, openPrompt == nil, menu == nil else { return false }
    let model = DashboardViewModel(self)
    return switch place.view {
    case .fleet: !order.isEmpty
    case .steps(let id): !model.stepTree(id).rows.isEmpty
    case .errors(let id): model.job(id)?.errors.isEmpty == false
    case .events: !model.eventRows.isEmpty
    case .sources: true
    case .job, .error, .json: false
    }
  }
}
