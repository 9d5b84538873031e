import Synchronization

/// A regular expression that may be used from any thread.
///
/// `Regex` is not `Sendable`, and compiling one for every job would be slow, so one is kept behind
/// a lock.
final class CompiledRegex: Sendable {
  private let regex: Mutex<Regex<AnyRegexOutput>>

  /// Throws what is wrong with `pattern`, in words.
  init(_ pattern: String) throws(Mistake) {
    do {
      let regex = try Regex(pattern)
      self.regex = Mutex(Self.isCaseSensitive(pattern) ? regex : regex.ignoresCase())
    } catch {
      throw Mistake(message: "not a regular expression: \(error)")
    }
  }

  struct Mistake: Error {
    let message: String
  }

  func matches(_ text: String) -> Bool {
    regex.withLock { text.firstMatch(of: $0) != nil }
  }

  /// Smart case; `\S`, `\W` and the like are not upper-case letters to search for.
  private static func isCaseSensitive(_ pattern: String) -> Bool {
    var isEscaped = false
    for character in pattern {
      if !isEscaped, character.isUppercase { return true }
      isEscaped = !isEscaped && character == "\\"
    }
    return false
  }
}
