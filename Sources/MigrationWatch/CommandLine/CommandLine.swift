/// A line typed behind `:`, taken apart: a name, and what stands behind it.
struct CommandLine: Hashable, Sendable {
  enum Name: Hashable, Sendable {
    case line(LineCommand)
    /// What a key does.
    case action(Command)
  }

  let name: Name
  /// Without blanks at both ends; may be empty.
  let argument: String
  /// Where the argument begins, in characters from 0; the length of the line if there is none.
  let argumentColumn: Int

  /// - Throws: What is wrong with the name. A part of a name will do if only one begins with it.
  init?(parsing text: String) throws(PromptMistake) {
    let blanks = text.prefix(while: \.isWhitespace)
    let word = text.dropFirst(blanks.count).prefix { !$0.isWhitespace }
    guard !word.isEmpty else { return nil }
    let rest = text[word.endIndex...]
    let gap = rest.prefix(while: \.isWhitespace)
    argument = String(rest.dropFirst(gap.count).trimmedAtEnd)
    argumentColumn = blanks.count + word.count + gap.count
    name = try Self.name(String(word), at: blanks.count)
    guard argument.isEmpty else {
      if case .action = name {
        throw PromptMistake(column: argumentColumn, message: "\(word) takes nothing behind it")
      }
      return
    }
    if case .line(let command) = name, command.needsArgument {
      throw PromptMistake(
        column: text.count, message: "expected \(command.argument): \(command.meaning)")
    }
  }

  private static func name(_ word: String, at column: Int) throws(PromptMistake) -> Name {
    if let exact = names[word] { return exact }
    let begun = names.filter { $0.key.hasPrefix(word) }
    if begun.count == 1, let only = begun.first { return only.value }
    guard begun.isEmpty else {
      let candidates = begun.keys.sorted().joined(separator: ", ")
      throw PromptMistake(column: column, message: "\(word) may be \(candidates)")
    }
    let hint = Nearest.name(to: word, among: Array(names.keys)).map { "did you mean \($0)?" }
    throw PromptMistake(
      column: column, message: "no command \(word): \(hint ?? "Tab lists what there is")")
  }

  /// A line command wins over an action of the same name.
  private static let names: [String: Name] = Dictionary(
    LineCommand.allCases.map { ($0.rawValue, .line($0)) }
      + Command.allCases.map { ($0.rawValue, .action($0)) },
    uniquingKeysWith: { first, _ in first })

  static let allNames = names.keys.sorted()
}

extension Substring {
  fileprivate var trimmedAtEnd: Substring {
    var text = self
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return text
  }
}
