import MigrationAPI
import MigrationModel
import MigrationWatch

extension SettingsDecoder {
  /// `nil`, and a mistake, if it is no text or an empty one.
  mutating func text(_ entry: SettingsEntry?, like example: String) -> String? {
    guard let entry else { return nil }
    guard case .string(let text) = entry.node.value else {
      refuse(entry, "is \(entry.node.value.kind); write a text in quotes: \(example)")
      return nil
    }
    guard !text.isEmpty else {
      refuse(entry, "is empty; write \(example) or leave the key out")
      return nil
    }
    return text
  }

  mutating func read(
    _ entry: SettingsEntry?, into value: inout Duration, atLeast least: Duration = .milliseconds(1)
  ) {
    let example = "\"\(DurationText.format(value))\""
    guard let entry, let text = text(entry, like: "a time with its unit, such as \(example)") else {
      return
    }
    guard let duration = DurationText.parse(text) else {
      let units = "write numbers with ms, s, m, h or d, such as \(example)"
      refuse(entry, "\(Self.quoted(text)) is not a time; \(units)")
      return
    }
    guard duration >= least else {
      refuse(entry, "\(Self.quoted(text)) is too short; use \(DurationText.format(least)) or more")
      return
    }
    value = duration
  }

  /// One of the words of an enumeration.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ entry: SettingsEntry?
  ) -> Word? {
    let words = Word.allCases.map(\.rawValue)
    guard let entry, let text = text(entry, like: "one of \(words.joined(separator: ", "))") else {
      return nil
    }
    guard let word = Word(rawValue: text) else {
      refuse(
        entry,
        "\(Self.quoted(text)) is not known; use one of \(words.joined(separator: ", "))"
          + Nearest.hint(text, among: words))
      return nil
    }
    return word
  }

  /// A list with at least one element; an element that cannot be used is a mistake of its own.
  mutating func list<Element>(
    _ entry: SettingsEntry?, like example: String,
    _ element: (inout Self, SettingsEntry) -> Element?
  ) -> [Element]? {
    guard let entry else { return nil }
    guard case .array(let nodes) = entry.node.value else {
      refuse(entry, "is \(entry.node.value.kind); write a list: \(example)")
      return nil
    }
    guard !nodes.isEmpty else {
      refuse(entry, "is empty; name at least one or leave the key out")
      return nil
    }
    return nodes.compactMap { element(&self, SettingsEntry(name: entry.name, node: $0)) }
  }

  mutating func integer(_ entry: SettingsEntry?, in range: ClosedRange<Int>) -> Int? {
    guard let entry else { return nil }
    guard case .integer(let integer) = entry.node.value else {
      refuse(entry, "is \(entry.node.value.kind); write a whole number without quotes")
      return nil
    }
    guard range.contains(integer) else {
      refuse(
        entry, "\(integer) is out of range; use \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return integer
  }

  /// The text is not repeated in the mistake: it may hold a password.
  mutating func endpoint(_ entry: SettingsEntry?) -> BaseURL? {
    guard let entry, let text = text(entry, like: "\"https://host\"") else { return nil }
    guard let url = BaseURL(text) else {
      refuse(
        entry, "is not the address of a service; write https://host or https://host:port, no more")
      return nil
    }
    return url
  }

  mutating func path(_ entry: SettingsEntry?) -> String? {
    guard let entry, let text = text(entry, like: "\"~/folder/file\"") else { return nil }
    do throws(SettingsPaths.UnknownVariable) {
      return try paths.resolve(text)
    } catch {
      refuse(entry, error.text)
      return nil
    }
  }

  static func quoted(_ text: String) -> String {
    "\"\(ServiceText.clean(String(text.prefix(40))))\(text.count > 40 ? "…" : "")\""
  }
}
