/// What every answer can carry, as the gateway and as the service itself spell it.
package struct DTSEnvelope: WireObject, Equatable, Sendable {
  @Told package var success: Bool?
  @Told package var httpStatusCode: Int64?
  @Told package var requestID: String?
  /// The gateway's error code; `200` in the answers of some operations.
  @Told package var code: String?
  @Told package var message: String?
  /// Where the gateway explains an error.
  @Told package var recommend: String?
  @Told package var errCode: String?
  /// May have a `%s` for ``dynamicMessage``.
  @Told package var errMessage: String?
  @Told package var dynamicMessage: String?

  enum CodingKeys: String, CodingKey {
    case success = "Success"
    case httpStatusCode = "HttpStatusCode"
    case requestID = "RequestId"
    case code = "Code"
    case message = "Message"
    case recommend = "Recommend"
    case errCode = "ErrCode"
    case errMessage = "ErrMessage"
    case dynamicMessage = "DynamicMessage"
  }
}
