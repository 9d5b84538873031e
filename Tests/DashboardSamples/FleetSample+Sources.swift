import MigrationModel
package import MigrationWatch

extension FleetSample {
  static var states: [SourceState] {
    [
      SourceState(
        source: Source(
          name: "rm-lab", service: .relationalMigrator, endpoint: "http://127.0.0.1:8278",
          authentication: "none"), callsPerMinute: 120),
      SourceState(
        source: Source(
          name: "dts-hz", service: .dts, endpoint: "https://dts.cn-hangzhou.aliyuncs.com",
          region: "cn-hangzhou", authentication: "AK v3"), callsPerMinute: 120),
      SourceState(
        source: Source(
          name: "dts-sg", service: .dts, endpoint: "https://dts.ap-southeast-1.aliyuncs.com",
          region: "ap-southeast-1", authentication: "STS v3", credentials: "~/.secrets/sts"),
        callsPerMinute: 120),
      SourceState(
        source: Source(
          name: "drs-bj", service: .drs, endpoint: "https://drs.cn-north-4.myhuaweicloud.com",
          region: "cn-north-4", authentication: "AK/SK"), callsPerMinute: 60),
    ]
  }

  /// An answer of a source, with what its connection is usually like.
  package static func poll(_ source: String, ago: Double, _ outcome: Poll.Outcome) -> Poll {
    let (latency, offset, calls, next): (Int64, Int64, Int, Int64) =
      switch source {
      case "rm-lab": (12, 40, 36, 5)
      case "dts-hz": (186, 200, 66, 5)
      case "dts-sg": (203, -100, 54, 5)
      default: (410, 400, 12, 20)
      }
    return Poll(
      source: source, at: moment(ago: ago), outcome: outcome,
      connection: Connection(
        clockOffset: .milliseconds(offset), latency: .milliseconds(latency), requests: 1_000),
      callsLastMinute: calls, nextCall: .seconds(next), isComplete: true)
  }

  /// A token that expired, and a budget that others used up.
  static var troubles: [Poll] {
    let expired = ProviderError(
      .unauthorised, code: "InvalidSecurityToken.Expired",
      message: "Specified SecurityToken is expired.", status: 403, call: "ListJobStep",
      requestID: "621BB4F8-3016-4FAA-8D5A-5D3163CC7A10")
    let throttled = ProviderError(
      .throttled, code: "APIGW.0308",
      message: "The throttling threshold has been reached: policy user over ratelimit,limit:60,"
        + "time:1 minute", status: 429, call: "POST jobs/batch-status",
      retryAfter: .seconds(42))
    var silent = poll("dts-sg", ago: ago(14, 16, 46), .failed(expired))
    silent.isSilent = true
    silent.nextCall = nil
    silent.callsLastMinute = 0
    silent.connection.latency = nil
    var waiting = poll("drs-bj", ago: ago(14, 23, 3), .failed(throttled))
    waiting.nextCall = .seconds(42)
    return [poll("dts-sg", ago: ago(14, 16, 45), .failed(expired)), silent, waiting]
  }
}
