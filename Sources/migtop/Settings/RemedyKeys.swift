import MigrationModel
import MigrationWatch

/// The keys of a file of remedies, spelled as in the file.
enum RemedyRootKey: String, CaseIterable {
  /// Errors of jobs.
  case error
  /// Errors of migtop's own calls.
  case call
}

/// Every key of an `[[error]]`.
enum ErrorRemedyKey: String, CaseIterable {
  case code, also, patterns, services, engines, cause, remedy, source
}

/// Every key of a `[[call]]`.
enum CallRemedyKey: String, CaseIterable {
  case code, also, patterns, kind, services, cause, remedy, source
}

/// The keys that both have.
protocol RemedyKey: RawRepresentable<String>, CaseIterable {
  static var code: Self { get }
  static var also: Self { get }
  static var patterns: Self { get }
  static var services: Self { get }
  static var cause: Self { get }
  static var remedy: Self { get }
  static var source: Self { get }
}

extension ErrorRemedyKey: RemedyKey {}
extension CallRemedyKey: RemedyKey {}
