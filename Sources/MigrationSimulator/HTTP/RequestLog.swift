import Synchronization

/// The calls that one port received, the latest 10,000 of them.
final class RequestLog: Sendable {
  struct Entry: Sendable {
    let method: String
    let path: String
    /// The operation, where the path does not tell it.
    let action: String?
    let authenticated: Bool
    /// Why the call was not answered as usual.
    let reason: String?

    var document: Document {
      [
        "method": .text(method), "path": .text(path), "action": .orNull(action),
        "authenticated": .flag(authenticated), "reason": .orNull(reason),
      ]
    }
  }

  private static let limit = 10_000
  private let entries = Mutex<[Entry]>([])

  var all: [Entry] { entries.withLock { $0.suffix(Self.limit) } }

  func add(_ entry: Entry) {
    entries.withLock { entries in
      entries.append(entry)
      // In blocks, so that a full log does not move all its entries for each new one.
      if entries.count >= 2 * Self.limit { entries.removeFirst(entries.count - Self.limit) }
    }
  }
}
