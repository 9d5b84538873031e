package import MigrationAPI
package import MigrationModel

import class Foundation.FileHandle
import class Foundation.FileManager
import struct FoundationEssentials.FileAttributeKey
import struct FoundationEssentials.URL

/// Fetches secrets from where the configuration says they are kept.
package struct SecretReader: Sendable {
  /// In bytes: far above any key, token or password.
  static let longest = 4_096

  private let environment: [String: String]
  private let secretVariables: Set<String>
  private let timeLimit: Duration
  private let runs = CommandRuns()

  /// - Parameters:
  ///   - settings: Says which variables no command may see.
  ///   - environment: Of this program.
  ///   - timeLimit: Of one command.
  package init(
    settings: Settings, environment: [String: String], timeLimit: Duration = .seconds(10)
  ) {
    self.environment = environment
    self.timeLimit = timeLimit
    secretVariables = settings.secretVariables
  }

  /// Reads the secret as it is now. Line ends behind it are dropped.
  ///
  /// Throws `unauthorised` with the variable, file or command named, never with what was read.
  @concurrent package func read(
    _ reference: SecretReference
  ) async throws(ProviderError) -> Secret {
    switch reference {
    case .environment(let name):
      guard let value = environment[name] else {
        throw Self.refused("the variable \(name) is not set; export it")
      }
      return try Self.secret(value, from: "the variable \(name)")
    case .file(let path):
      return try Self.secret(try Self.content(of: path), from: "the file \(path)")
    case .command(let words):
      let command = command(words)
      let output = try await runs.output(of: words) { () async throws(ProviderError) in
        try await command.output()
      }
      return try Self.secret(output, from: "the command \(words.first ?? "")")
    }
  }

  /// What is doubtful about how a secret is kept; `nil` if nothing is.
  package func warning(about reference: SecretReference) -> String? {
    guard case .file(let path) = reference else { return nil }
    let target = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: target)
    guard let mode = attributes?[.posixPermissions] as? Int, mode & 0o044 != 0 else { return nil }
    return "the file \(path) can be read by others; run: chmod 600 \(path)"
  }

  private func command(_ words: [String]) -> SecretCommand {
    SecretCommand(
      words: words,
      environment: Self.withoutSecrets(environment: environment, secretVariables),
      timeLimit: timeLimit)
  }

  private static func content(of path: String) throws(ProviderError) -> String {
    let handle = FileHandle(forReadingAtPath: path)
    guard let handle, let data = try? handle.read(upToCount: longest + 1) ?? .init() else {
      throw refused("the file \(path) cannot be read; check that it is there and yours")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static func secret(
    _ text: String, from place: String
  ) throws(ProviderError) -> Secret {
    let end = text.lastIndex { !$0.isNewline }
    guard let end else { throw refused("\(place) is empty; put the secret there") }
    let value = text[...end]
    // A line end inside a header would begin another header.
    guard value.utf8.count <= longest,
      !value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
    else { throw refused("\(place) holds more than one line; put the secret there alone") }
    return Secret(String(value))
  }

  static func refused(_ message: String) -> ProviderError {
    ProviderError(.unauthorised, message: ServiceText.clean(message))
  }
}
