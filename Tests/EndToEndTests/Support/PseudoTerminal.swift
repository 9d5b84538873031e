import Foundation
import Testing

/// A terminal with nothing but a program in it: its line can be cut, and nobody has to read what it shows.
final class PseudoTerminal {
  private let master: Int32
  /// The program's side, kept open to look at its modes.
  private let slave: Int32
  private let before: termios
  private let child: pid_t
  private var shown: [UInt8] = []
  private var isOpen = true

  /// Starts `migtop` as the leader of a session on a terminal of its own, or what a shell makes of a command.
  init(
    _ command: String = "exec migtop demo", rows: UInt16 = 24, columns: UInt16 = 80,
    environment: [String: String] = [:]
  ) throws {
    var sides: (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var name = [CChar](repeating: 0, count: 128)
    try #require(unsafe openpty(&sides.0, &sides.1, &name, nil, &size) == 0)
    (master, slave) = sides
    for side in [master, slave] { _ = fcntl(side, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    var modes = termios()
    unsafe tcgetattr(slave, &modes)
    before = modes
    child = try Self.start(
      command, on: String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self),
      environment)
  }

  deinit {
    kill(child, SIGKILL)
    cut()
    close(slave)
  }

  private static func start(
    _ command: String, on name: String, _ environment: [String: String]
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    // The first terminal that the leader of a session opens becomes its own.
    unsafe posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var all = sigset_t()
    var none = sigset_t()
    unsafe sigfillset(&all)
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSID is hidden from Swift.
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | 0x80))
    var variables = ProcessInfo.processInfo.environment
    variables["PATH"] = "\(Program.builtFolder):\(variables["PATH"] ?? "")"
    variables["TERM"] = "xterm-256color"
    variables["LC_ALL"] = "C.UTF-8"
    variables.merge(environment) { $1 }
    var child: pid_t = 0
    let arguments =
      unsafe ["sh", "-c", command].map { (text: String) in unsafe strdup(text) } + [nil]
    let texts = variables.map { "\($0)=\($1)" }
    let words = unsafe texts.map { unsafe strdup($0) } + [nil]
    defer { unsafe (arguments + words).forEach { unsafe free($0) } }
    let code = unsafe posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, words)
    try #require(code == 0)
    return child
  }

  // MARK: - The user's side

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    unsafe write(master, bytes, bytes.count)
  }

  func send(_ signal: Int32) { kill(child, signal) }

  func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Reads nothing, and lets the program draw until no more fits into the line.
  func fill() async throws {
    var pending = [Int32](repeating: 0, count: 5)
    try await eventually("a full line", seen: { "\(pending)" }) {
      type("\u{C}")
      var count: Int32 = 0
      _ = unsafe ioctl(master, UInt(FIONREAD), &count)
      pending = pending.dropFirst() + [count]
      return count > 4_000 && pending.allSatisfy { $0 == count } ? () : nil
    }
  }

  /// Closes the line, as a connection that drops.
  func cut() {
    if isOpen { close(master) }
    isOpen = false
  }

  /// Everything that the program has sent so far.
  var output: String {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while isOpen {
      let count = unsafe read(master, &bytes, bytes.count)
      guard count > 0 else { break }
      shown += bytes.prefix(count)
    }
    return String(decoding: shown, as: UTF8.self)
  }

  /// Waits until the program has sent something.
  func wait(for text: String, after count: Int = 0) async throws {
    try await eventually(text, seen: { String(output.suffix(400)) }) {
      output.dropFirst(count).contains(text) ? () : nil
    }
  }

  /// Waits until each of the three services of the demo has told its jobs.
  func waitForAllSources() async throws {
    for name in ["erp-oracle-gauss", "policy-core", "crm-customer"] { try await wait(for: name) }
  }

  /// Whether the modes are those from before the program.
  var hasModesFromBefore: Bool {
    var now = termios()
    unsafe tcgetattr(slave, &now)
    return now.c_lflag == before.c_lflag && now.c_iflag == before.c_iflag
      && now.c_oflag == before.c_oflag
  }

  // MARK: - The program's side

  enum End: Equatable { case exited(Int32), killed(Int32) }

  /// Waits for the program's end.
  ///
  /// - Parameter isRead: Whether what it shows is read meanwhile.
  func end(isRead: Bool = true) async throws -> End {
    try await eventually("the end of the program", seen: { String(output.suffix(400)) }) {
      if isRead { _ = output }
      var status: Int32 = 0
      var usage = rusage()
      guard unsafe wait4(child, &status, WNOHANG, &usage) == child else { return nil }
      processorTimeAtEnd = [usage.ru_utime, usage.ru_stime].reduce(0) {
        $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1_000_000
      }
      return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(status & 0x7F)
    }
  }

  /// How the system calls what a process does: `T` is stopped, `Z` has ended; `nil` if there is none.
  static func state(of process: pid_t) -> Character? {
    let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return text?.split(separator: ") ").last?.first
  }

  /// All that it has used up in its life, in seconds; 0 before its end.
  private(set) var processorTimeAtEnd = 0.0

  /// Processor time that it has used up by now, in seconds.
  var processorTime: Double {
    let text = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? ""
    let fields = text.split(separator: ") ").last?.split(separator: " ") ?? []
    guard fields.count > 12 else { return 0 }
    return fields[11...12].compactMap { Double($0) }.reduce(0, +) / 100
  }
}
