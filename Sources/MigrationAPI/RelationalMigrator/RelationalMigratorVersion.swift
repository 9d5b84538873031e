extension RelationalMigrator {
  /// A version of the service such as `1.15.2`; what follows the numbers does not count.
  package struct Version: Comparable, Hashable, Sendable {
    private let major: Int
    private let minor: Int
    private let patch: Int

    private init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
      (self.major, self.minor, self.patch) = (major, minor, patch)
    }

    /// `nil` for what does not begin with two numbers.
    package init?(_ text: String) {
      let parts = text.trimmed.drop { !$0.isNumber }.split(separator: ".").prefix(3)
      let numbers = parts.map { Int($0.prefix { $0.isNumber }) }
      guard numbers.count > 1, let major = numbers[0], let minor = numbers[1] else { return nil }
      self.init(major, minor, numbers.count > 2 ? numbers[2] ?? 0 : 0)
    }

    package static func < (one: Self, other: Self) -> Bool {
      (one.major, one.minor, one.patch) < (other.major, other.minor, other.patch)
    }

    /// Mends what loses changes without an error (MongoDB's alert of 2025 about data integrity).
    static let withSafeCDC = Self(1, 14)
    /// From here on the public builds offer no continuous mode (release notes of 1.15).
    static let withoutPublicCDC = Self(1, 15)
    /// Brings `GET /jobs/{id}/logs` (changes of the API from 1.15.0 to 1.15.1).
    static let withLog = Self(1, 15, 1)
  }

  /// The answer of `GET /api/v1/info`, which no document describes; seen with 1.15.2.
  struct Information: WireObject {
    @Told var build: Build?

    struct Build: WireObject {
      @Told var version: String?
    }
  }
}
