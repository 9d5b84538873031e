import Dispatch
import Foundation
import Glibc
import NCursesScreen

/// Shows a text in the user's pager, which has the terminal meanwhile.
@MainActor package final class Pager {
  private let environment: [String: String]
  private var child: pid_t?

  /// - Parameter environment: Of the pager, without secrets.
  package init(environment: [String: String]) {
    // Many shells ask less to leave at once where a text fits the screen (-F): it would flash by here.
    self.environment = environment.merging(
      environment["LESS"].map { ["LESS": "\($0) -+F"] } ?? [:]
    ) { $1 }
  }

  private var command: String {
    let told = environment["PAGER"] ?? ""
    return told.allSatisfy(\.isWhitespace) ? "less" : told
  }

  /// A pager alone takes the shell's place, so that ``stop()`` reaches it; a pipe or an assignment needs the shell.
  private var shellCommand: String {
    command.contains { "|&;<>(){}=\n".contains($0) } ? command : "exec \(command)"
  }

  /// Returns when the user is done, with what went wrong, if anything.
  package func show(_ text: String) async -> String? {
    guard let file = Self.memoryFile(text) else {
      return "the text cannot be given to a pager: there is no memory for it"
    }
    defer { close(file) }
    guard let child = start(file) else { return "the pager cannot be started" }
    self.child = child
    let status = await Self.end(of: child)
    self.child = nil
    // What a shell says of a command that it does not find, or may not run.
    guard [126, 127].contains(status >> 8 & 0xFF), status & 0x7F == 0 else { return nil }
    return "the pager \"\(command)\" cannot be run: set PAGER"
  }

  /// Ends a pager that is still open.
  package func stop() { if let child { kill(child, SIGTERM) } }

  /// A file in memory, open at its beginning: nothing of the text reaches a disk.
  private static func memoryFile(_ text: String) -> Int32? {
    guard let file = MemoryFile.open() else { return nil }
    do {
      let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
      try handle.write(contentsOf: Data(text.utf8))
      try handle.seek(toOffset: 0)
    } catch {
      close(file)
      return nil
    }
    return file
  }

  /// Through a shell, for the variable may hold arguments too. Signals are as a program expects them: Dispatch
  /// blocks them in its threads.
  private func start(_ file: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, file, STDIN_FILENO)
    var all = sigset_t()
    var none = sigset_t()
    unsafe sigfillset(&all)
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var child: pid_t = 0
    let code = unsafe Self.withCStrings(["sh", "-c", shellCommand]) { arguments in
      unsafe Self.withCStrings(environment.map { "\($0)=\($1)" }) { variables in
        unsafe posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, variables)
      }
    }
    return code == 0 ? child : nil
  }

  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let strings = unsafe texts.map { unsafe strdup($0) } + [nil]
    defer { unsafe strings.forEach { unsafe free($0) } }
    return unsafe body(strings)
  }

  private static func end(of child: pid_t) async -> Int32 {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
        continuation.resume(returning: status)
      }
    }
  }
}
