import ArgumentParser
import Dispatch
import Foundation
import MigrationSimulator

/// `migtop simulate`: the three services, played over real HTTP.
struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Play the three services on loopback ports.",
    discussion: "Prints one JSON line when ready and runs until SIGINT or SIGTERM.")

  @Option(help: ArgumentHelp("The address to listen on.", valueName: "addr"))
  var listen = "127.0.0.1"

  @Option(name: .customLong("rm-port"), help: "0 takes a free one.")
  var relationalMigratorPort = 8278

  @Option(help: "0 takes a free one.")
  var dtsPort = 8279

  @Option(help: "0 takes a free one. The identity service answers there too.")
  var drsPort = 8280

  @OptionGroup var options: SimulationOptions

  func validate() throws {
    for port in [relationalMigratorPort, dtsPort, drsPort] {
      guard (0...65_535).contains(port) else {
        throw ValidationError("a port is a number from 0 to 65535")
      }
    }
  }

  func run() async throws {
    var configuration = try options.configuration()
    configuration.host = listen
    configuration.relationalMigratorPort = relationalMigratorPort
    configuration.dtsPort = dtsPort
    configuration.drsPort = drsPort
    let stop = StopSignals()
    let simulator = try await Self.start(configuration)
    let ready = [
      #""ready":true"#, #""rm":"\#(simulator.relationalMigrator)""#, #""dts":"\#(simulator.dts)""#,
      #""drs":"\#(simulator.drs)""#, #""iam":"\#(simulator.iam)""#,
    ]
    try StatusPrinter.print("{\(ready.joined(separator: ","))}\n")
    // The end of the process frees the ports. An orderly stop would crash now and then: NIO does not forgive a
    // connection that is accepted while its server is cancelled.
    let signal = await stop.first()
    throw ExitCode(signal == SIGTERM || signal == SIGINT ? 0 : 128 + signal)
  }

  static func start(_ configuration: SimulatorConfiguration) async throws -> Simulator {
    do {
      return try await Simulator.start(configuration)
    } catch {
      throw CommandFailure("simulate: \(error)", code: CommandFailure.internalError)
    }
  }
}

/// The signals that ask a program to end.
final class StopSignals {
  private let signals: AsyncStream<Int32>
  private let sources: [any DispatchSourceSignal]

  init() {
    let (signals, channel) = AsyncStream.makeStream(of: Int32.self)
    self.signals = signals
    sources = [SIGINT, SIGTERM, SIGHUP].map { signal in
      let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
      source.setEventHandler { channel.yield(signal) }
      source.activate()
      return source
    }
  }

  func first() async -> Int32 {
    for await signal in signals { return signal }
    return SIGTERM
  }
}
