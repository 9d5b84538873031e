/// Makes text from a service safe to print, once, where it enters.
///
/// Database errors carry what users stored: escape sequences, carriage returns, bidi overrides. They
/// stay visible (`␛`, `␍`, `<U+202E>`) and can no longer move a cursor or reorder a line. Variation
/// selectors are left out: all that they do is to change how wide a terminal draws the character before
/// them.
package enum ServiceText {
  /// The longest text kept from one field, in characters; the rest is cut with a mark.
  package static let longest = 65_536

  /// Returns `text` with every control, bidi and zero-width character in a visible form, and the
  /// passwords in it hidden.
  ///
  /// Newline and tab stay: views wrap at one and widen the other.
  package static func clean(_ text: String) -> String {
    // What is cut anyway need not be searched.
    let text = CredentialMask.masked(
      text.utf8.count > longest ? String(text.unicodeScalars.prefix(longest + 1)) : text)
    if text.utf8.count <= longest, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    for (count, scalar) in text.unicodeScalars.enumerated() {
      guard count < longest else {
        result.append(contentsOf: "… (cut)".unicodeScalars)
        break
      }
      result.append(contentsOf: safeForm(of: scalar))
    }
    return String(result)
  }

  /// Whether a scalar may stand in a cell as it is.
  package static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default:
      !isInvisible(scalar)
    }
  }

  /// What stands for a scalar: itself, its picture (`␛`) or its number (`<U+202E>`), or nothing.
  package static func safeForm(of scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    switch scalar.value {
    case 0x09, 0x0A: String.UnicodeScalarView([scalar])
    case 0x00..<0x20: picture(0x2400 + scalar.value)
    case 0x7F: picture(0x2421)
    case _ where isVariationSelector(scalar): String.UnicodeScalarView()
    case _ where isPrintable(scalar): String.UnicodeScalarView([scalar])
    default: number(scalar)
    }
  }

  private static func picture(_ value: UInt32) -> String.UnicodeScalarView {
    String.UnicodeScalarView([Unicode.Scalar(value) ?? "\u{FFFD}"])
  }

  private static func number(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    return "<U+\(code)>".unicodeScalars
  }

  private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
    default: false
    }
  }

  /// Letters and marks by category that terminals draw as nothing.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0: true
    default: isVariationSelector(scalar)
    }
  }
}
