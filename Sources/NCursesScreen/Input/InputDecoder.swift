package import MigrationWatch

/// What a terminal sends, read byte by byte: a value, with the time from outside.
///
/// Curses' own reading takes bytes of a sequence that come apart for letters, and knows one form of each key.
/// Here a byte is a letter only where no sequence can have begun.
package struct InputDecoder: Sendable {
  enum State: Hashable, Sendable {
    case ground
    /// Esc, once or twice; what comes next tells whether it was the key.
    case escape(times: Int)
    /// Esc has acted as a key: the rest of a sequence may still come.
    case late
    /// `ESC [` or `ESC O`; swallowed where its Esc has acted.
    case sequence(isSwallowed: Bool)
    /// The three bytes of the oldest mouse report.
    case mouse(isSwallowed: Bool)
    /// OSC, DCS and the like, up to their end.
    case string(isEnding: Bool)
    case paste
  }

  var state = State.ground
  /// When the state began, or its last byte came.
  private var since = ContinuousClock.now
  /// Of the sequence, or of a character that comes in pieces.
  var bytes: [UInt8] = []
  var pasted = PastedText()
  /// Whether a part of the paste that is open was given already.
  private var isPartGiven = false
  private let escapeDelay: Duration
  /// Sequences of keys that this terminal's type names.
  let named: [[UInt8]: Key]
  /// Bytes that stand for signals. They act wherever they come, but in a paste.
  package var signals: [UInt8: Int32] = [:]

  private static let lateness = Duration.milliseconds(250)
  /// What came of a paste is given after that, though its end has not come.
  private static let pausePerPaste = Duration.seconds(1)

  /// - Parameters:
  ///   - escapeDelay: How long a lone Esc waits for the rest of a sequence.
  ///   - named: Sequences of keys, as the terminal's type has them; the usual ones are known.
  package init(
    escapeDelay: Duration = .milliseconds(50), named: [[UInt8]: Key] = [:]
  ) {
    self.escapeDelay = escapeDelay
    self.named = named
  }

  /// When ``passTime(to:)`` has something to do; `nil` while nothing is open.
  package var deadline: ContinuousClock.Instant? {
    switch state {
    case .ground: bytes.isEmpty ? nil : since + Self.lateness
    case .escape: since + escapeDelay
    case .late: since + max(.zero, Self.lateness - escapeDelay)
    case .sequence, .mouse, .string: since + Self.lateness
    case .paste: pasted.isEmpty ? nil : since + Self.pausePerPaste
    }
  }

  /// Takes bytes in. Time passes by ``passTime(to:)`` alone: what the program was too busy to read is not late.
  package mutating func take(
    _ bytes: some Collection<UInt8>, at now: ContinuousClock.Instant
  ) -> [TerminalInput] {
    var inputs: [TerminalInput] = []
    if state == .paste, now - since >= Self.lateness, areKey(bytes) { end(&inputs) }
    for byte in bytes {
      let wasLate = state == .late
      take(byte, &inputs)
      if !(wasLate && state == .late) { since = now }
    }
    return inputs
  }

  /// Ends what has waited too long.
  package mutating func passTime(to now: ContinuousClock.Instant) -> [TerminalInput] {
    guard let deadline, now >= deadline else { return [] }
    var inputs: [TerminalInput] = []
    bytes = []
    switch state {
    case .escape(let times):
      inputs = Array(repeating: .key(.escape), count: times)
      state = .late
      since = now
    case .paste:
      // A slow link may bring the rest much later: that is text, too.
      inputs = [.paste(pasted.text)]
      pasted.empty()
      isPartGiven = true
    case .ground, .late, .sequence, .mouse, .string: state = .ground
    }
    return inputs
  }

  /// Whether bytes that came by themselves are a key behind a paste that has lost its end. Terminals take Esc and
  /// Ctrl-c out of what they paste.
  private func areKey(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first == Self.escape { return !PastedText.mayEnd(with: bytes) }
    // Where a paste has paused for long, the rest of it would come in one piece, and a key comes alone.
    return bytes.count == 1 && (signals[first] != nil || isPartGiven && pasted.isEmpty)
  }

  private mutating func take(_ byte: UInt8, _ inputs: inout [TerminalInput]) {
    if state != .paste, let signal = signals[byte] {
      bytes = []
      state = .ground
      return inputs.append(.signal(signal))
    }
    switch state {
    case .ground: type(byte, &inputs)
    case .escape(let times): takeAfterEscape(byte, times, &inputs)
    case .late:
      if byte == Self.escape || begins(byte) {
        begin(byte, isSwallowed: true)
      } else {
        // Somebody who types fast: no sequence begins so.
        state = .ground
        type(byte, &inputs)
      }
    case .sequence(let isSwallowed): takeInSequence(byte, isSwallowed, &inputs)
    case .mouse(let isSwallowed): takeInMouseReport(byte, isSwallowed, &inputs)
    case .string(let isEnding): takeInString(byte, isEnding, &inputs)
    case .paste: if pasted.take(byte) { end(&inputs) }
    }
  }

  private mutating func end(_ inputs: inout [TerminalInput]) {
    if !pasted.isEmpty || !isPartGiven { inputs.append(.paste(pasted.text)) }
    pasted = PastedText()
    isPartGiven = false
    state = .ground
  }
}
