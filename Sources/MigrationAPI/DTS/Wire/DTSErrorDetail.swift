/// The code of an error, beside a text that stands elsewhere.
package struct DTSErrorDetail: WireObject, Equatable, Sendable {
  /// `Success` and `200` stand here too.
  @Told package var errorCode: String?
  @Told package var helpURL: String?

  enum CodingKeys: String, CodingKey {
    case errorCode = "ErrorCode"
    case helpURL = "HelpUrl"
  }
}
