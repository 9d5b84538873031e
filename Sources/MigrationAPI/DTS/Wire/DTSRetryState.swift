/// How the service tries again after an exception.
package struct DTSRetryState: WireObject, Equatable, Sendable {
  @Told package var retrying: Bool?
  @Told package var retryCount: Int64?
  /// In seconds, since the first try.
  @Told package var retryTime: Int64?
  /// In seconds; the task fails after that.
  @Told package var maxRetryTime: Int64?
  /// `srcDB`, `destDB` or `inner_module`.
  @Told package var retryTarget: String?
  /// The number of the step, for example `03`.
  @Told package var module: String?
  @Told package var errMessage: String?
  /// The same in the parts of `DescribeDtsJobDetail`, which spells it otherwise.
  @Told package var errMsg: String?

  enum CodingKeys: String, CodingKey {
    case retrying = "Retrying"
    case retryCount = "RetryCount"
    case retryTime = "RetryTime"
    case maxRetryTime = "MaxRetryTime"
    case retryTarget = "RetryTarget"
    case module = "Module"
    case errMessage = "ErrMessage"
    case errMsg = "ErrMsg"
  }
}
