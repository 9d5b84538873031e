import Foundation

/// Why a command ends without having done its work: lines for stderr, and the exit code.
struct CommandFailure: Error {
  /// What was asked for makes no sense.
  static let usage: Int32 = 64
  static let configuration: Int32 = 78
  static let internalError: Int32 = 1

  /// Each says what, where, and what to do.
  let lines: [String]
  let code: Int32

  init(_ line: String, code: Int32) {
    lines = [line]
    self.code = code
  }

  func printLines() {
    FileHandle.standardError.write(Data(lines.map { "migtop: \($0)\n" }.joined().utf8))
  }
}
