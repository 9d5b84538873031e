import Synchronization

import struct FoundationEssentials.Date

/// The troubles of one port, in the order in which they were asked for.
final class FaultList: Sendable {
  private let faults: Mutex<[Fault]>

  init(_ faults: [Fault] = []) { self.faults = Mutex(faults) }

  var all: [Fault] { faults.withLock { $0 } }

  func add(_ fault: Fault) { faults.withLock { $0.append(fault) } }
  func clear() { faults.withLock { $0 = [] } }

  /// The first trouble that meets the call, and one call less of it.
  func take(for call: ReceivedCall, action: String?, at now: Date) -> Fault? {
    faults.withLock { faults in
      let index = faults.firstIndex {
        $0.begins <= now && $0.meets(call, action: action)
      }
      guard let index else { return nil }
      let fault = faults[index]
      if let count = fault.count {
        if count > 1 { faults[index].count = count - 1 } else { faults.remove(at: index) }
      }
      return fault
    }
  }
}
