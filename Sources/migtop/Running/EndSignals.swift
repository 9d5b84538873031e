import Dispatch
import Glibc
import MigrationWatch
import NCursesScreen
import Synchronization

/// SIGTERM and SIGHUP end the program, whatever it is doing.
///
/// The first one asks. If the program is not gone soon, or is told again, the terminal is put back and it ends.
final class EndSignals {
  private let sources: [any DispatchSourceSignal]
  private static let patience = DispatchTimeInterval.milliseconds(800)

  init(_ send: @escaping @Sendable (DashboardEvent) -> Void) {
    let request = Request(send: send)
    sources = [SIGTERM, SIGHUP].filter { !Self.isIgnored($0) }.map { signal in
      let source = DispatchSource.makeSignalSource(signal: signal, queue: request.queue)
      source.setEventHandler { request.make(signal) }
      source.activate()
      return source
    }
  }

  /// As nohup starts a program: a terminal that goes away is noticed all the same.
  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(signal, nil, &action) == 0 else { return false }
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  /// What the signals have in common: any of them is the second after any other.
  private final class Request: Sendable {
    /// Not the main queue, which may be what hangs.
    let queue = DispatchQueue(label: "migtop.end")
    private let isMade = Atomic(false)
    private let send: @Sendable (DashboardEvent) -> Void

    init(send: @escaping @Sendable (DashboardEvent) -> Void) { self.send = send }

    func make(_ signal: Int32) {
      guard !isMade.exchange(true, ordering: .relaxed) else { Self.end(signal) }
      send(.stopRequested(signal: signal))
      queue.asyncAfter(deadline: .now() + EndSignals.patience) { Self.end(signal) }
    }

    private static func end(_ signal: Int32) -> Never {
      NCursesScreen.restoreNow()
      _exit(128 + signal)
    }
  }
}
