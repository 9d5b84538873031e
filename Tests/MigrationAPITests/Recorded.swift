import Foundation

/// Answers of the services, kept as files in `Recorded/<service>/`.
enum Recorded {
  static func text(_ service: String, _ file: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try String(
      contentsOf: folder.appending(path: "Recorded/\(service)/\(file)"), encoding: .utf8)
  }
}
