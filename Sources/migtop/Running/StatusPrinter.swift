import ArgumentParser
import Foundation

/// Writes to standard output.
enum StatusPrinter {
  /// Prints; a reader that has gone away, as `head` does, ends the program quietly.
  static func print(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw ExitCode(128 + SIGPIPE)
    }
  }
}
