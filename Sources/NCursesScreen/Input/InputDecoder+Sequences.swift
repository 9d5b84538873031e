import MigrationWatch

extension InputDecoder {
  /// Whether a sequence begins with Esc and this byte.
  func begins(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case "[", "O", "]", "P", "X", "^", "_": true
    default: false
    }
  }

  mutating func begin(_ byte: UInt8, isSwallowed: Bool) {
    bytes = byte == Self.escape ? [] : [Self.escape, byte]
    switch UnicodeScalar(byte) {
    case "\u{1B}": state = .escape(times: 1)
    case "[", "O": state = .sequence(isSwallowed: isSwallowed)
    default: state = .string(isEnding: false)
    }
  }

  /// Esc and a letter is Alt with the letter, which is no key here: neither of them acts.
  mutating func takeAfterEscape(
    _ byte: UInt8, _ times: Int, _ inputs: inout [TerminalInput]
  ) {
    if byte == Self.escape {
      if times == 2 { inputs.append(.key(.escape)) }
      state = .escape(times: 2)
    } else if begins(byte) {
      // Two of them: Alt with the key that the sequence stands for.
      begin(byte, isSwallowed: times == 2)
    } else {
      if times == 2 { inputs.append(.key(.escape)) }
      if times == 1, let key = named[[Self.escape, byte]] { inputs.append(.key(key)) }
      state = .ground
    }
  }

  mutating func takeInSequence(
    _ byte: UInt8, _ isSwallowed: Bool, _ inputs: inout [TerminalInput]
  ) {
    guard byte >= 0x20 else {
      if byte == Self.escape { begin(byte, isSwallowed: false) } else { state = .ground }
      return
    }
    let isFinal = (0x40...0x7E).contains(byte)
    guard bytes.count < Self.longest else {
      if isFinal { state = .ground }
      return
    }
    bytes.append(byte)
    if bytes == Self.mouseReport {
      bytes = []
      state = .mouse(isSwallowed: isSwallowed)
      return
    }
    // The console of Linux: `ESC [ [ A` is F1.
    guard isFinal, bytes != Self.consoleKey else { return }
    state = .ground
    let sequence = TerminalSequence(bytes)
    bytes = []
    if sequence.beginsPaste {
      state = .paste
      if isSwallowed { inputs.append(.escapeTakenBack) }
    } else if !isSwallowed, let input = sequence.input(named: named) {
      inputs.append(input)
    }
  }

  mutating func takeInMouseReport(
    _ byte: UInt8, _ isSwallowed: Bool, _ inputs: inout [TerminalInput]
  ) {
    bytes.append(byte)
    guard bytes.count == 3 else { return }
    let values = bytes.map { Int($0) - 32 }
    bytes = []
    state = .ground
    if !isSwallowed,
      let input = TerminalSequence.mouse(button: values[0], column: values[1], row: values[2])
    {
      inputs.append(input)
    }
  }

  /// OSC, DCS, APC, PM and SOS end with BEL or `ESC \`.
  mutating func takeInString(
    _ byte: UInt8, _ isEnding: Bool, _ inputs: inout [TerminalInput]
  ) {
    if isEnding, byte != UInt8(ascii: "\\") {
      // The string was cut off, and this is another sequence.
      takeAfterEscape(byte, 1, &inputs)
    } else if isEnding || byte == 0x07 {
      state = .ground
    } else {
      state = .string(isEnding: byte == Self.escape)
    }
  }

  private static let mouseReport = Array("\u{1B}[M".utf8)
  private static let consoleKey = Array("\u{1B}[[".utf8)
  /// No sequence of a terminal is longer; what is belongs to none, up to its end.
  private static let longest = 64
}
