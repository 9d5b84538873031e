/// The language of messages; field names and status words have none.
enum DRSLanguage: Sendable {
  case english, chinese

  /// From `X-Language`, in any case. Without it, and for any other language, English.
  init(_ call: ReceivedCall) {
    self = call.headers["x-language"]?.lowercased() == "zh-cn" ? .chinese : .english
  }
}

/// A message in the languages of the service.
struct DRSText: Sendable {
  private let english: String
  private let chinese: String?

  /// - Parameter chinese: `nil` for a text that is English for everybody.
  init(_ english: String, _ chinese: String? = nil) {
    self.english = english
    self.chinese = chinese
  }

  func text(in language: DRSLanguage) -> String {
    switch language {
    case .english: english
    case .chinese: chinese ?? english
    }
  }
}
