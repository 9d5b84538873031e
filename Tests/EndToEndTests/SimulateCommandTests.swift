import Foundation
import Testing

@Suite(.timeLimit(.minutes(3))) struct `migtop simulate` {
  @Test(arguments: [SIGTERM, SIGINT])
  func `prints one line when it is ready and stops when it is told to`(
    _ signal: Int32
  ) async throws {
    let simulation = try await Simulation.start()
    let ready = simulation.ready
    simulation.program.send(signal)
    let end = try await simulation.program.end()
    #expect(
      end.output == """
        {"ready":true,"rm":"\(ready.rm)","dts":"\(ready.dts)","drs":"\(ready.drs)",\
        "iam":"\(ready.drs)"}

        """)
    #expect(ready.rm.host() == "127.0.0.1" && Set(ready.ports).count == 3)
    #expect(end.code == 0)
    #expect(end.errors.isEmpty)
  }

  @Test func `names a port that is in use in one line`() async throws {
    let first = try await Simulation.start()
    let port = try #require(first.ready.drs.port)
    let end = try await Program.run(
      "simulate", "--rm-port", "0", "--dts-port", "0", "--drs-port", "\(port)")
    #expect(end.code == 1)
    #expect(end.output.isEmpty)
    #expect(
      end.errors
        == "migtop: simulate: cannot listen on 127.0.0.1:\(port): the port is in use; choose another\n"
    )
  }
}
