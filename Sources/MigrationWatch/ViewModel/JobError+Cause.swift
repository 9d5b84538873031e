extension JobError {
  /// The innermost cause in a text like `service X failed, cause by: Y`, in one line, and what stands before the
  /// first one; the whole message and `nil` where none is named.
  package var causeAndSymptom: (cause: String, symptom: String?) {
    Self.causeAndSymptom(of: message)
  }

  static func causeAndSymptom(of message: String) -> (cause: String, symptom: String?) {
    let marks = marks(in: message)
    guard let first = marks.first else { return (message, nil) }
    let symptom = message[..<first.lowerBound].prefix { !$0.isNewline }
    // An inner cause may be nothing but the end of a trace.
    for mark in marks.reversed() {
      let cause = message[mark.upperBound...].prefix { !$0.isNewline }
      if cause.contains(where: \.isLetter) { return (String(cause), String(symptom)) }
    }
    return (message, nil)
  }

  private static let words = ["caused by", "cause by"].map { Array($0.utf8) }

  /// Where a cause is named: `Caused by: `, `cause by `. Searched by bytes: a trace can be long.
  private static func marks(in text: String) -> [Range<String.Index>] {
    let bytes = text.utf8
    var marks: [Range<String.Index>] = []
    var rest = bytes[...]
    while let start = rest.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "c") }) {
      rest = bytes[bytes.index(after: start)...]
      guard let word = words.first(where: { starts(bytes[start...], with: $0) }) else { continue }
      var end = bytes.index(start, offsetBy: word.count)
      while end < bytes.endIndex, bytes[end] == UInt8(ascii: ":") || bytes[end] == 0x20 {
        end = bytes.index(after: end)
      }
      marks.append(start..<end)
      rest = bytes[end...]
    }
    return marks
  }

  private static func starts(_ bytes: Substring.UTF8View, with word: [UInt8]) -> Bool {
    bytes.prefix(word.count).elementsEqual(word) { $0 | 0x20 == $1 | 0x20 }
  }
}
