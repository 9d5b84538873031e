import class FoundationEssentials.FileManager
import struct FoundationEssentials.Data
import struct FoundationEssentials.FileAttributeKey
import struct FoundationEssentials.URL

extension SettingsFile {
  /// Puts a filter under a name into `[views]`, and leaves everything else of the file as it is.
  ///
  /// What was written by hand is worth more than a view: the file is read before and after, and stays as it was
  /// unless both forms are right.
  package static func save(
    view name: String, filter: String, at location: SettingsLocation, environment: [String: String]
  ) throws(SettingsError) {
    _ = try SettingsFile(at: location)
    // A link is followed: what it points at is the file.
    let path = URL(filePath: location.path).resolvingSymlinksInPath().path
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else { throw SettingsError(lines: ["\(location.path): cannot be read"]) }
    let new = text.addingView(name, filter)
    _ = try SettingsFile(path: location.path, text: new).settings(environment: environment)
    do {
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      try Data(new.utf8).write(to: URL(filePath: path), options: .atomic)
      if let mode {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      }
    } catch {
      throw SettingsError(lines: [
        "\(location.path): cannot be written; check that you may write it and its folder"
      ])
    }
  }
}

extension String {
  /// The text of a TOML file with a line more in its table `[views]`, or another one in its place.
  fileprivate func addingView(_ name: String, _ filter: String) -> String {
    let ending = first(where: \.endsLine).map(String.init) ?? "\n"
    let entry = "\(name.tomlString) = \(filter.tomlString)\(ending)"
    var lines = lines
    guard let heading = lines.firstIndex(where: { $0.isHeading(of: "views") }) else {
      let isEnded = last?.endsLine ?? true
      let gap = lines.last.map { $0.trimmed.isEmpty && isEnded } ?? true ? "" : ending
      return "\(self)\(isEnded ? "" : ending)\(gap)[views]\(ending)\(entry)"
    }
    if lines[heading].last?.endsLine == false { lines[heading] += ending }
    let table = lines[(heading + 1)...].prefix { !$0.trimmed.hasPrefix("[") }
    if let same = table.indices.first(where: { lines[$0].isEntry(named: name) }) {
      lines[same] = entry
    } else {
      lines.insert(entry, at: heading + 1)
    }
    return lines.joined()
  }

  /// Each with its end. The two characters that end a line in Windows are one `Character`.
  private var lines: [String] {
    var lines: [String] = []
    var isOpen = false
    for character in self {
      if isOpen { lines[lines.count - 1].append(character) } else { lines.append("\(character)") }
      isOpen = !character.endsLine
    }
    return lines
  }

  private var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return text
  }

  private func isHeading(of table: String) -> Bool {
    let text = trimmed.filter { !$0.isWhitespace }
    return text == "[\(table)]" || text.hasPrefix("[\(table)]#")
  }

  private func isEntry(named name: String) -> Bool {
    let key = prefix { $0 != "=" }.description.trimmed
    return key == name || key == name.tomlString || key == "'\(name)'"
  }

  /// A basic string of TOML.
  fileprivate var tomlString: String {
    let escaped = unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\t": "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: " "
      default: String(Character(scalar))
      }
    }
    return "\"\(escaped.joined())\""
  }
}

extension Character {
  /// As TOML has it: a line separator of Unicode may stand within a text.
  fileprivate var endsLine: Bool { self == "\n" || self == "\r\n" }
}
