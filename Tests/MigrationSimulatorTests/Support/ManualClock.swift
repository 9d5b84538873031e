import Foundation
import Synchronization

/// A clock that moves only when it is told to.
final class ManualClock: Sendable {
  private let current: Mutex<Date>

  init(_ start: Date = Date(timeIntervalSince1970: 1_795_300_000)) { current = Mutex(start) }

  var now: Date { current.withLock { $0 } }

  func advance(by seconds: Double) { current.withLock { $0 += seconds } }
}
