import CNCurses
import DashboardUI

/// What a terminal would show after some bytes: only what curses sends to an xterm and its older kin.
struct TerminalPicture {
  private let size: Size
  private var cells: [[String]]
  private var row = 0
  private var column = 0
  private var margins: ClosedRange<Int>
  /// The cursor stands behind the last column: the next character goes to the next row.
  private var isPending = false
  private var last: Unicode.Scalar = " "
  /// What this parser does not know; a picture is worth something only without them.
  private(set) var unknown: [String] = []
  /// The numbers of the colours and attributes that were asked for, such as `1` or `38;5;244`.
  private(set) var renditions: Set<String> = []

  init(size: Size, bytes: some Sequence<UInt8>) {
    self.size = size
    cells = Array(repeating: Self.blankRow(size), count: size.rows)
    margins = 0...size.rows - 1
    var scalars = String(decoding: Array(bytes), as: UTF8.self).unicodeScalars[...]
    while let scalar = scalars.popFirst() { take(scalar, &scalars) }
  }

  /// The rows; the second column of a wide character is part of it.
  var text: String { cells.map { $0.joined() }.joined(separator: "\n") }

  private static func blankRow(_ size: Size) -> [String] {
    Array(repeating: " ", count: size.columns)
  }

  private mutating func take(_ scalar: Unicode.Scalar, _ rest: inout Substring.UnicodeScalarView) {
    switch scalar {
    case "\u{1B}": escape(&rest)
    case "\r": move(row, 0)
    case "\n":
      if row == margins.upperBound {
        scroll(up: 1, from: margins.lowerBound)
      } else {
        move(row + 1, column)
      }
    case "\u{8}": move(row, column - 1)
    case "\t": move(row, (column / 8 + 1) * 8)
    // Padding, character sets, and the bell.
    case "\0", "\u{E}", "\u{F}", "\u{7}": break
    default: put(scalar)
    }
  }

  private mutating func move(_ newRow: Int, _ newColumn: Int) {
    row = min(max(0, newRow), size.rows - 1)
    column = min(max(0, newColumn), size.columns - 1)
    isPending = false
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Int(cnc_width(wchar_t(bitPattern: scalar.value)))
    guard width > 0 else { return combine(scalar) }
    if isPending { move(row + 1, 0) }
    last = scalar
    for offset in 0..<width { mend(column + offset) }
    cells[row][column] = String(scalar)
    if width == 2, column + 1 < size.columns { cells[row][column + 1] = "" }
    isPending = column + width >= size.columns
    column = min(column + width, size.columns - 1)
  }

  /// Half of a wide character that is overwritten becomes a blank.
  private mutating func mend(_ column: Int) {
    guard column < size.columns else { return }
    if cells[row][column].isEmpty { cells[row][column - 1] = " " }
    if column + 1 < size.columns, cells[row][column + 1].isEmpty { cells[row][column + 1] = " " }
    cells[row][column] = " "
  }

  private mutating func combine(_ mark: Unicode.Scalar) {
    var before = isPending ? column : column - 1
    if before > 0, cells[row][before].isEmpty { before -= 1 }
    if before >= 0 { cells[row][before].unicodeScalars.append(mark) }
  }

  private mutating func escape(_ rest: inout Substring.UnicodeScalarView) {
    guard let kind = rest.popFirst() else { return }
    switch kind {
    case "[":
      let end = rest.firstIndex { (0x40...0x7E).contains($0.value) } ?? rest.endIndex
      let text = String(rest[..<end])
      rest = rest[end...]
      if let command = rest.popFirst() { control(command, text) }
    case "]" where rest.first == "R":
      // The console of Linux puts its colours back so, and does not end it.
      rest.removeFirst()
    case "]":
      let end = rest.firstIndex { $0 == "\u{7}" } ?? rest.endIndex
      rest = rest[end...].dropFirst()
    case "(", ")": _ = rest.popFirst()
    case "=", ">", "7", "8": break
    case "M":
      if row == margins.lowerBound { scroll(up: -1, from: row) } else { move(row - 1, column) }
    default: unknown.append("ESC \(kind)")
    }
  }

  private mutating func control(_ command: Unicode.Scalar, _ text: String) {
    let numbers = text.split(separator: ";").map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch command {
    case "H": move(count - 1, max(1, numbers.dropFirst().first ?? 1) - 1)
    case "G": move(row, count - 1)
    case "d": move(count - 1, column)
    case "A": move(row - count, column)
    case "B": move(row + count, column)
    case "C": move(row, column + count)
    case "D": move(row, column - count)
    case "K", "X", "J", "@", "P", "b": change(command, first, count)
    case "S": scroll(up: count, from: margins.lowerBound)
    case "T": scroll(up: -count, from: margins.lowerBound)
    // Lines are inserted and deleted inside the margins alone.
    case "L", "M":
      if margins.contains(row) { scroll(up: command == "M" ? count : -count, from: row) }
    case "r": margins = count - 1...(numbers.dropFirst().first ?? size.rows) - 1
    case "m": renditions.insert(text)
    case "h", "l", "t", "c": break
    default: unknown.append("CSI \(text)\(command)")
    }
    if command == "r" { move(0, 0) }
  }

  private mutating func change(_ command: Unicode.Scalar, _ mode: Int, _ count: Int) {
    let end = size.columns
    switch command {
    case "K": blank(mode == 1 ? 0..<column + 1 : column..<end)
    case "X": blank(column..<min(end, column + count))
    case "b": for _ in 0..<count { put(last) }
    case "@":
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      cells[row].removeLast(count)
    case "P":
      cells[row].removeSubrange(column..<min(end, column + count))
      cells[row] += Array(repeating: " ", count: end - cells[row].count)
    default:
      if mode == 0 { blank(column..<end) }
      for row in (mode == 2 ? 0 : row + 1)..<size.rows { cells[row] = Self.blankRow(size) }
    }
  }

  private mutating func blank(_ columns: Range<Int>) {
    for column in columns { mend(column) }
  }

  private mutating func scroll(up count: Int, from top: Int) {
    for _ in 0..<abs(count) {
      if count > 0 {
        cells.remove(at: top)
        cells.insert(Self.blankRow(size), at: margins.upperBound)
      } else {
        cells.remove(at: margins.upperBound)
        cells.insert(Self.blankRow(size), at: top)
      }
    }
  }
}
