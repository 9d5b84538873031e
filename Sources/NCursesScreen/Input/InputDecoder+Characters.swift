package import MigrationWatch

extension InputDecoder {
  static let escape: UInt8 = 0x1B

  /// A byte outside of every sequence: a key, or a piece of a character.
  mutating func type(_ byte: UInt8, _ inputs: inout [TerminalInput]) {
    guard byte >= 0x80 else {
      bytes = []
      guard byte != Self.escape else { return state = .escape(times: 1) }
      if let key = Key(scalar: Unicode.Scalar(byte)) { inputs.append(.key(key)) }
      return
    }
    if byte >= 0xC0 {
      bytes = [byte]
    } else if !bytes.isEmpty {
      bytes.append(byte)
    }
    guard let first = bytes.first, bytes.count == Self.length(beginning: first) else { return }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    bytes = []
    guard scalars.count == 1, let scalar = scalars.first, scalar != "\u{FFFD}",
      let key = Key(scalar: scalar)
    else { return }
    inputs.append(.key(key))
  }

  /// How many bytes a character has that begins with this one.
  private static func length(beginning byte: UInt8) -> Int {
    byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
  }
}

extension Key {
  /// A key that sends a character; `nil` for a control that no key has here.
  package init?(scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x1B: self = .escape
    case 0x0A, 0x0D: self = .enter
    case 0x09: self = .tab
    case 0x08, 0x7F: self = .backspace
    case 0x01...0x1A: self = .control(Unicode.Scalar(UInt8(scalar.value + 0x60)))
    case 0x00, 0x1C...0x1F, 0x80...0x9F: return nil
    default: self = .character(scalar)
    }
  }
}
