import Foundation
import Synchronization

/// One run of a program, its output kept in files: nothing is lost in a full pipe.
final class Program {
  struct End {
    let code: Int32
    let output: String
    let errors: String

    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  /// Where the tests and the program that they test are built.
  static let builtFolder = Bundle.main.bundleURL.path

  private let process = Process()
  private let folder: TemporaryFolder

  /// - Parameter environment: Added to that of the tests, without what would change the program.
  init(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = Self.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try Self.file(at: folder.write("", as: "output"))
    process.standardError = try Self.file(at: folder.write("", as: "errors"))
    try Self.oneAtATime.withLock { _ in try Self.withoutBlockedSignals(process.run) }
  }

  deinit { if process.isRunning { process.terminate() } }

  static func migtop(_ arguments: [String], environment: [String: String] = [:]) throws -> Program {
    try Program("\(builtFolder)/migtop", arguments, environment: environment)
  }

  /// Runs `migtop` to its end.
  static func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> End {
    try await migtop(arguments, environment: environment).end()
  }

  var output: String { folder.text(of: "output") }
  var hasEnded: Bool { !process.isRunning }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  func end() async throws -> End {
    let process = process
    return try await eventually("the end of \(process.arguments ?? [])", seen: { output }) {
      guard !process.isRunning else { return nil }
      return End(
        code: process.terminationStatus, output: output, errors: folder.text(of: "errors"))
    }
  }

  /// Two at once have crashed in Foundation.
  private static let oneAtATime = Mutex(())

  /// A program begins with the signal mask of the thread that starts it, and Dispatch's threads block
  /// nearly all signals: a tmux server would not end when it is told to.
  private static func withoutBlockedSignals(_ start: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try start()
  }

  private static let environment: [String: String] = {
    var environment = ProcessInfo.processInfo.environment
    for name in ["MIGTOP_CONFIG", "XDG_CONFIG_HOME", "NO_COLOR", "TMUX", "TMUX_PANE"] {
      environment[name] = nil
    }
    environment["LC_ALL"] = "C.UTF-8"
    environment["HOME"] = "/nonexistent"
    return environment
  }()

  private static func file(at path: String) throws -> FileHandle {
    try FileHandle(forWritingTo: URL(filePath: path))
  }
}
