extension Document {
  /// As JSON without white space. Control characters are escaped, all else stands as UTF-8.
  var json: String {
    var out = ""
    writeJSON(to: &out)
    return out
  }

  private func writeJSON(to out: inout String) {
    switch self {
    case .object(let fields):
      Self.write(fields, between: ("{", "}"), to: &out) { field, out in
        Self.writeJSONString(field.name, to: &out)
        out += ":"
        field.value.writeJSON(to: &out)
      }
    case .array(let elements):
      Self.write(elements, between: ("[", "]"), to: &out) { $0.writeJSON(to: &$1) }
    case .text(let text): Self.writeJSONString(text, to: &out)
    case .number(let value): out += String(value)
    case .decimal(let value): out += String(value)
    case .flag(let value): out += value ? "true" : "false"
    case .null: out += "null"
    }
  }

  private static func write<Element>(
    _ elements: [Element], between brackets: (String, String), to out: inout String,
    each: (Element, inout String) -> Void
  ) {
    out += brackets.0
    for (index, element) in elements.enumerated() {
      if index > 0 { out += "," }
      each(element, &out)
    }
    out += brackets.1
  }

  private static func writeJSONString(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
