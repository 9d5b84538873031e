import MigrationModel

import struct FoundationEssentials.Date

/// What a provider remembers of its calls.
struct ConnectionRecord {
  private(set) var clock = ServiceClock()
  private var latency: Duration?
  private var requests = 0
  /// As the service tells it; `nil` if it does not.
  var version: String?
  var warnings: [String] = []

  var connection: Connection {
    Connection(
      clockOffset: clock.offset, latency: latency, requests: requests, version: version,
      warnings: warnings)
  }

  mutating func willSend() { requests += 1 }

  mutating func learn(from reply: HTTPReply, now: Date) {
    clock.learn(from: reply, now: now)
    latency = reply.took
  }
}
