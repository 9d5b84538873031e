import class FoundationEssentials.FileManager

/// Makes the paths that people write absolute.
struct SettingsPaths {
  let environment: [String: String]
  /// What a relative path begins at: the settings file's folder for paths inside it.
  var folder = FileManager.default.currentDirectoryPath

  /// Replaces a leading `~`, then `$NAME` and `${NAME}` anywhere; throws if a variable is not set.
  ///
  /// `~someone` stays: only a shell knows other people's homes.
  func resolve(_ text: String) throws(UnknownVariable) -> String {
    var rest = text[...]
    var path = ""
    if rest == "~" || rest.hasPrefix("~/") {
      rest = "$HOME" + rest.dropFirst()
    }
    while let dollar = rest.firstIndex(of: "$") {
      path += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      guard let name = Self.takeName(from: &rest) else {
        path += "$"
        continue
      }
      guard let value = environment[name], !value.isEmpty else {
        throw UnknownVariable(name: name)
      }
      path += value
    }
    path += rest
    return path.hasPrefix("/") ? path : folder + "/" + path
  }

  struct UnknownVariable: Error {
    let name: String

    var text: String { "$\(name) is not set; set it or write the path without it" }
  }

  /// Takes `NAME` or `{NAME}` off the front; `nil` if neither stands there.
  private static func takeName(from rest: inout Substring) -> String? {
    let braced = rest.first == "{"
    let start = braced ? rest.dropFirst() : rest
    let name = start.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    var end = name.endIndex
    if braced {
      guard end < rest.endIndex, rest[end] == "}" else { return nil }
      end = rest.index(after: end)
    }
    guard !name.isEmpty else { return nil }
    rest = rest[end...]
    return String(name)
  }
}
