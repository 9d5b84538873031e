import Glibc
import MigrationModel

import class Foundation.FileHandle
import class Foundation.Pipe
import class Foundation.Process
import struct Foundation.URL

/// One run of a program that prints a secret.
///
/// No shell takes part, and the program has no terminal to ask on.
struct SecretCommand: Sendable {
  /// The program, looked up in `PATH` unless it is a path, and its arguments.
  let words: [String]
  let environment: [String: String]
  let timeLimit: Duration

  /// What the program printed.
  ///
  /// Throws `unauthorised` if it cannot be started, fails, or takes too long.
  func output() async throws(ProviderError) -> String {
    let name = words.first ?? ""
    guard let program = program(name) else {
      throw SecretReader.refused("the command \(name) is not found; check its name and PATH")
    }
    let pipe = Pipe()
    let end: End
    do {
      end = try await run(program, into: pipe)
    } catch {
      throw SecretReader.refused("the command \(name) cannot be started; check that it may be run")
    }
    switch end {
    case .exited(0): return Self.content(of: pipe)
    case .exited(let code):
      throw SecretReader.refused("the command \(name) ended with exit code \(code); run it by hand")
    case .killed(let signal):
      throw SecretReader.refused("the command \(name) was ended by signal \(signal)")
    case .late:
      let limit = DurationText.format(timeLimit)
      throw SecretReader.refused("the command \(name) did not end within \(limit); run it by hand")
    }
  }

  private enum End: Equatable { case exited(Int32), killed(Int32), late }

  private func program(_ name: String) -> String? {
    if name.contains("/") { return name }
    let folders = environment["PATH", default: "/usr/local/bin:/usr/bin:/bin"].split(separator: ":")
    return folders.lazy.map { "\($0)/\(name)" }.first { unsafe access($0, X_OK) == 0 }
  }

  /// Starts the program and waits for its end without holding a thread.
  private func run(_ program: String, into pipe: Pipe) async throws -> End {
    let process = process(program, into: pipe)
    let ends = AsyncStream<End>.makeStream()
    process.terminationHandler = { process in
      let status = process.terminationStatus
      ends.continuation.yield(
        process.terminationReason == .exit ? .exited(status) : .killed(status))
    }
    try process.run()
    let timer = Task {
      try await Task.sleep(for: timeLimit)
      ends.continuation.yield(.late)
    }
    defer { timer.cancel() }
    var iterator = ends.stream.makeAsyncIterator()
    // No end at all: the task that wants the secret was cancelled.
    guard let end = await iterator.next(), end != .late else {
      Self.kill(process)
      return .late
    }
    return end
  }

  private func process(_ program: String, into pipe: Pipe) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = Array(words.dropFirst())
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    return process
  }

  /// Ends the program and what it started: Foundation makes it the leader of a process group.
  ///
  /// With SIGKILL, for a program that hangs may also ignore a request to end.
  private static func kill(_ process: Process) {
    guard process.isRunning else { return }
    _ = Glibc.kill(-process.processIdentifier, SIGKILL)
  }

  /// Reads what lies in the pipe of an ended program.
  ///
  /// A secret is shorter than the pipe's buffer, so nobody has to read while the program runs.
  /// Reading up to the end of file would wait for a daemon that the program left behind with the
  /// pipe open.
  private static func content(of pipe: Pipe) -> String {
    let descriptor = pipe.fileHandleForReading.fileDescriptor
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    var bytes = [UInt8](repeating: 0, count: SecretReader.longest + 1)
    let count = unsafe bytes.withUnsafeMutableBytes {
      unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
    }
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
