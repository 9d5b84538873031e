extension Document {
  /// As XML in the shape of Alibaba's gateway: every element of an array repeats the array's own
  /// tag, so that an array of one looks like an object and an empty one like nothing. `null` is
  /// left out.
  func xml(root: String) -> String {
    var out = ""
    writeXML(tag: root, to: &out)
    return out
  }

  private func writeXML(tag: String, to out: inout String) {
    switch self {
    case .array(let elements):
      for element in elements { element.writeXML(tag: tag, to: &out) }
    case .null:
      return
    case .object(let fields):
      out += "<\(tag)>"
      for field in fields { field.value.writeXML(tag: field.name, to: &out) }
      out += "</\(tag)>"
    case .text(let text):
      out += "<\(tag)>\(Self.escaped(text))</\(tag)>"
    case .number(let value):
      out += "<\(tag)>\(value)</\(tag)>"
    case .decimal(let value):
      out += "<\(tag)>\(value)</\(tag)>"
    case .flag(let value):
      out += "<\(tag)>\(value)</\(tag)>"
    }
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      // A bare carriage return is read back as a line feed.
      case "\r": out += "&#13;"
      // XML 1.0 has no way to write the other control characters.
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
