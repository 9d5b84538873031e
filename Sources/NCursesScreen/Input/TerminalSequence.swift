import DashboardUI
import MigrationWatch

/// A whole sequence that begins with `ESC [` or `ESC O`, and what it means.
struct TerminalSequence {
  private let bytes: [UInt8]
  private let final: Unicode.Scalar
  private let numbers: [Int]
  private let isMouse: Bool

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    final = Unicode.Scalar(bytes.last ?? 0)
    let inner = bytes.dropFirst(2).dropLast()
    isMouse = inner.first == UInt8(ascii: "<")
    numbers = inner.dropFirst(isMouse ? 1 : 0).split(
      separator: UInt8(ascii: ";"), omittingEmptySubsequences: false
    ).map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
  }

  var beginsPaste: Bool { bytes == Array("\u{1B}[200~".utf8) }

  /// `nil` for what is no key here: focus, answers, unknown ones, and keys with Ctrl, Alt or Shift.
  func input(named: [[UInt8]: Key]) -> TerminalInput? {
    if isMouse { return mouse }
    if let key = named[bytes] ?? key { return .key(key) }
    return nil
  }

  // MARK: - Keys

  private var key: Key? {
    if final == "Z" { return .backTab }
    // The second number is a sum of modifiers, and one more.
    guard numbers.count < 2 || numbers[1] <= 1 else { return nil }
    switch final {
    case "A" where bytes.count == 4 && bytes[2] == UInt8(ascii: "["): return .function(1)
    case _ where bytes.count == 4 && bytes[2] == UInt8(ascii: "["): return consoleFunction
    case "~": return Self.numbered[numbers.first ?? 0]
    case "M": return bytes[1] == UInt8(ascii: "O") ? .enter : nil
    default: return (numbers.first ?? 0) <= 1 ? Self.lettered[final] : nil
    }
  }

  /// `ESC [ [ A` to `E`.
  private var consoleFunction: Key? {
    ("A"..."E").contains(final) ? .function(Int(final.value) - 0x40) : nil
  }

  private static let lettered: [Unicode.Scalar: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "F": .end, "H": .home,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  /// The numbers of the VT220 and its heirs; they leave some out.
  private static let numbered: [Int: Key] = [
    1: .home, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  // MARK: - Mouse

  /// `ESC [ < button ; column ; row M`, or `m` for a button that goes up.
  private var mouse: TerminalInput? {
    guard final == "M", numbers.count == 3 else { return nil }
    return Self.mouse(button: numbers[0], column: numbers[1], row: numbers[2])
  }

  /// - Parameters:
  ///   - column: From 1, like the row.
  static func mouse(button: Int, column: Int, row: Int) -> TerminalInput? {
    switch button {
    case 0 where column > 0 && row > 0: .click(Position(row: row - 1, column: column - 1))
    case 64: .wheel(isDown: false)
    case 65: .wheel(isDown: true)
    default: nil
    }
  }
}
