extension Settings {
  /// The environment variables that hold a secret of any source.
  package var secretVariables: Set<String> {
    let references = sources.flatMap(\.secrets).map(\.reference)
    return Set(
      references.compactMap { reference in
        switch reference {
        case .environment(let name): name
        case .file, .command: nil
        }
      })
  }
}

extension SecretReader {
  /// An environment for a program that this one starts: no secret of one source reaches it.
  package static func withoutSecrets(
    environment: [String: String], of settings: Settings
  ) -> [String: String] {
    withoutSecrets(environment: environment, settings.secretVariables)
  }

  static func withoutSecrets(
    environment: [String: String], _ secretVariables: Set<String>
  ) -> [String: String] {
    environment.filter { !secretVariables.contains($0.key) }
  }
}
