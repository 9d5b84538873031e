import Foundation
import Testing

/// `migtop simulate` as a program of its own.
struct Simulation {
  struct Ready: Decodable, Equatable {
    let ready: Bool
    let rm: URL
    let dts: URL
    let drs: URL
    let iam: URL

    var ports: [Int] { [rm, dts, drs].compactMap(\.port) }
  }

  let program: Program
  let ready: Ready

  /// Returns when it says that it is ready.
  ///
  /// - Parameter ports: Of Relational Migrator, DTS and DRS; 0 is any free one.
  static func start(
    ports: [Int] = [0, 0, 0], _ options: String...
  ) async throws -> Simulation {
    guard let simulation = try await startIfFree(ports, options) else {
      throw Overdue(what: "a simulator on \(ports)", seen: "a port in use")
    }
    return simulation
  }

  /// Starts on ports that the system gives to nobody by itself, so that they stay free while the
  /// simulator is down.
  static func startOnLastingPorts() async throws -> Simulation {
    try await eventually("a simulator on lasting ports") {
      let first = Int.random(in: 10_000..<32_000)
      return try await startIfFree([first, first + 1, first + 2], [])
    }
  }

  /// Starts on the same ports as soon as they are free again.
  func restart() async throws -> Simulation {
    try await eventually("a simulator on \(ready.ports)") {
      try await Self.startIfFree(ready.ports, [])
    }
  }

  func stop() async throws {
    program.send(SIGTERM)
    let end = try await program.end()
    #expect(end.code == 0, "\(end.errors)")
  }

  /// `nil` if it ended instead.
  private static func startIfFree(
    _ ports: [Int], _ options: [String]
  ) async throws -> Simulation? {
    let names = zip(["--rm-port", "--dts-port", "--drs-port"], ports)
    let program = try Program.migtop(
      ["simulate"] + names.flatMap { [$0, String($1)] } + options)
    let line = try await eventually("a ready simulator") {
      program.output.hasSuffix("\n") || program.hasEnded ? program.output : nil
    }
    guard !line.isEmpty else { return nil }
    let ready = try JSONDecoder().decode(Ready.self, from: Data(line.utf8))
    return Simulation(program: program, ready: ready)
  }

  /// Asks one of the services for a trouble.
  func ask(_ service: URL, for fault: String) async throws {
    let curl = try Program(
      "/usr/bin/env",
      ["curl", "-sf", "-d", fault, service.appending(path: "_simulator/faults").absoluteString])
    #expect(try await curl.end().code == 0)
  }
}
