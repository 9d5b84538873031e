import Foundation
import Logging
import MigrationModel
import MigrationWatch

/// Writes failed calls to a file: on the terminal they would tear the screen.
struct CallLog: Sendable {
  private let logger: Logger

  init(path: String) throws(CommandFailure) {
    guard let handler = FileLogHandler(path: path) else {
      throw CommandFailure("--log \(path): cannot be written", code: CommandFailure.usage)
    }
    logger = Logger(label: "migtop") { _ in handler }
  }

  func record(_ poll: Poll) {
    guard case .failed(let error, _) = poll.outcome else { return }
    let parts = [
      error.call, error.status.map { "HTTP \($0)" }, error.code, error.message,
      error.requestID.map { "request \($0)" },
    ]
    logger.warning(
      "\(poll.source): \(error.kind.rawValue): \(parts.compactMap { $0 }.joined(separator: " "))")
  }
}

/// Appends lines to a file.
struct FileLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info
  private let descriptor: Int32

  init?(path: String) {
    let descriptor = unsafe open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let time = Wording.rfc3339(Date()) ?? ""
    let line = "\(time) \(event.level) \(ServiceText.clean("\(event.message)"))\n"
    // One write a line: lines of several threads do not mix.
    _ = unsafe line.utf8CString.withUnsafeBufferPointer {
      unsafe write(descriptor, $0.baseAddress, $0.count - 1)
    }
  }
}
