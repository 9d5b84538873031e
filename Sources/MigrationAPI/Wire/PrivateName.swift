/// The names of what must not be shown: who somebody is, and what lets him in.
enum PrivateName {
  /// Parts of a name, in lower case: drivers write `sshPassword`, `kafkaPwd` and `UID`.
  private static let words = [
    "user", "uid", "pass", "pwd", "secret", "token", "key", "properties", "credential", "cert",
    "auth",
  ]

  static func matches(_ name: some StringProtocol) -> Bool {
    let name = name.lowercased()
    return words.contains { name.contains($0) }
  }
}
