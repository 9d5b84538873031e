internal import FoundationEssentials

/// Text for the clipboard of the user's terminal, however far away that is.
enum Clipboard {
  /// What terminals and tmux take: 74,994 bytes of base64.
  private static let longest = 74_994

  /// OSC 52; `nil` for a text that is too long.
  static func sequence(copying text: String) -> [UInt8]? {
    let encoded = Data(text.utf8).base64EncodedString()
    guard encoded.utf8.count <= longest else { return nil }
    return Array("\u{1B}]52;c;\(encoded)\u{07}".utf8)
  }
}
