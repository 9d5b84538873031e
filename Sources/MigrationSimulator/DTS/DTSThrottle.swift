import Synchronization

import struct FoundationEssentials.Date

/// The published limit of DescribeDtsJobDetail: 40 calls a second for an account in a region. For
/// the other operations none is published.
final class DTSThrottle: Sendable {
  private static let limit = 40

  private struct Window {
    /// Whole seconds since 1970.
    var second = 0
    var calls = 0
  }

  private let window = Mutex(Window())

  func error(for action: String, at now: Date) -> DTSGatewayError? {
    guard action == "DescribeDtsJobDetail" else { return nil }
    let time = now.timeIntervalSince1970
    let calls = window.withLock { window in
      if window.second != Int(time) { window = Window(second: Int(time)) }
      window.calls += 1
      return window.calls
    }
    guard calls > Self.limit else { return nil }
    let rest = 1 - (time - time.rounded(.down))
    return .throttled(milliseconds: max(1, Int((rest * 1_000).rounded(.up))))
  }
}
