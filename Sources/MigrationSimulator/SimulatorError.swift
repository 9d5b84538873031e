/// Why the simulator does not run.
package enum SimulatorError: Error, Hashable, Sendable, CustomStringConvertible {
  case cannotListen(host: String, port: Int, reason: String)

  package var description: String {
    switch self {
    case .cannotListen(let host, let port, let reason):
      "cannot listen on \(host):\(port): \(reason)"
    }
  }
}
