/// A code of an error in one spelling, so that `DRS-M00289` is `DRS.M00289` and `ORA-1555` is `ORA-01555`.
///
/// Numbers mean something only beside the product that counts them: MySQL's 1205 waits for a lock, that of SQL
/// Server is a deadlock. Such codes are written `MySQL 1205`, `SQL Server 1205`, `MongoDB 11000`,
/// `SQLSTATE 23505` and `SQLCODE -803`.
struct ErrorCode: Hashable, Sendable {
  let spelling: String

  /// The code as somebody writes it.
  init(_ text: String) {
    let spelling = text.lowercased()
    let isNumbered = Self.products.contains { spelling.hasPrefix($0 + " ") }
    self.init(spelling: isNumbered ? spelling : Self.joined(spelling))
  }

  private init(spelling: String) { self.spelling = spelling }

  private static let products = ["mysql", "sql server", "mongodb", "sqlstate", "sqlcode"]

  /// `-` between all parts, and no zeros at the head of Oracle's numbers.
  private static func joined(_ word: String) -> String {
    var parts = word.split { ".-_".contains($0) }.map(String.init)
    // The gateway of Huawei Cloud goes by both names.
    if parts.first == "apig" { parts[0] = "apigw" }
    if ["ora", "tns"].contains(parts.first), parts.count == 2, let number = Int(parts[1]) {
      parts[1] = String(number)
    }
    return parts.joined(separator: "-")
  }
}

extension ErrorCode {
  /// Every code that may stand in a text. What only looks like one is in no catalogue.
  ///
  /// A word of nothing but letters is none: many codes of gateways are words that any text may use, such as
  /// `Forbidden`.
  static func all(in text: String) -> Set<ErrorCode> {
    let words = words(of: text)
    var codes: Set<ErrorCode> = []
    for word in words where !word.text.allSatisfy(\.isLetter) {
      codes.insert(ErrorCode(spelling: joined(word.text)))
      // `com.mongodb.MongoNotPrimaryException` names the exception as its last part.
      if let dot = word.text.lastIndex(of: ".") {
        codes.insert(ErrorCode(spelling: joined(String(word.text[dot...]))))
      }
    }
    for index in words.indices {
      guard let code = numbered(at: index, words) else { continue }
      codes.insert(ErrorCode(spelling: code))
    }
    return codes
  }

  /// A run of letters and digits, with single or repeated `.`, `-` and `_` inside, and what stands behind it.
  private struct Word {
    /// In small letters.
    var text: String
    var gap: String
  }

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var word: [UInt8] = []
    var gap: [UInt8] = []
    func finish() {
      guard !word.isEmpty else { return }
      words.append(
        Word(text: String(decoding: word, as: UTF8.self), gap: String(decoding: gap, as: UTF8.self))
      )
      word = []
      gap = []
    }
    for byte in text.utf8.map(\.folded) {
      guard byte.isLetterOrDigit else {
        gap.append(byte)
        continue
      }
      let isJoined = gap.allSatisfy { ".-_".utf8.contains($0) }
      if isJoined { word += gap } else { finish() }
      gap = []
      word.append(byte)
    }
    finish()
    return words
  }

  /// A number with its product, by the forms in which the products and their drivers print it.
  private static func numbered(at index: Int, _ words: [Word]) -> String? {
    let word = words[index]
    if let number = mysqlNumber(word.text) { return "mysql \(number)" }
    guard index + 1 < words.count else { return nil }
    let next = words[index + 1]
    let behind = index + 2 < words.count ? words[index + 2] : Word(text: "", gap: "")
    let isNumber = next.text.allSatisfy(\.isNumber)
    switch word.text {
    // `Error_code: 1062`, `Last_Errno: 1062`
    case "error_code", "errno", "last_errno", "last_sql_errno", "last_io_errno":
      return isNumber ? "mysql \(next.text)" : nil
    // `Msg 1205, Level 13`
    case "msg": return isNumber && behind.text == "level" ? "sql server \(next.text)" : nil
    case "error" where isNumber: return numbered(next, behind: behind)
    case "sqlcode": return isNumber && word.gap.hasSuffix("-") ? "sqlcode -\(next.text)" : nil
    // `SQLSTATE: 23505`, `SQL state [23505]`
    case "sqlstate": return next.text.count == 5 ? "sqlstate \(next.text)" : nil
    case "state":
      let isSQL = index > 0 && words[index - 1].text == "sql"
      return isSQL && next.text.count == 5 ? "sqlstate \(next.text)" : nil
    default: return nil
    }
  }

  /// The number behind the word `error`.
  private static func numbered(_ number: Word, behind: Word) -> String? {
    // `Error: 1205, Severity: 13`
    if behind.text == "severity" { return "sql server \(number.text)" }
    // `Got fatal error 1236 from master when reading data from binary log`
    if behind.text == "from" { return "mysql \(number.text)" }
    guard number.gap.hasSuffix("("), behind.gap.hasPrefix(")") else { return nil }
    // `ERROR 1227 (42000)`, and `failed with error 13 (Unauthorized)`
    return behind.text.count == 5 ? "mysql \(number.text)" : "mongodb \(number.text)"
  }

  /// `1062` of `my-001062`.
  private static func mysqlNumber(_ word: String) -> Int? {
    guard word.hasPrefix("my-"), word.count == 9 else { return nil }
    return Int(word.dropFirst(3))
  }
}
