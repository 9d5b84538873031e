import MigrationModel
import MigrationWatch
import migtop

/// An error as a service reports it, and which entry of the catalogue is about it.
struct RemedyCase: Sendable {
  let service: Service
  let engines: JobEngines
  let code: String?
  let message: String
  /// `nil` if nobody knows what to do.
  let expected: String?

  /// - Parameter way: The engines of both ends, `mysql>mysql`; empty for a service that did not tell.
  init(
    _ service: Service, _ way: String, _ message: String, _ expected: String?, code: String? = nil
  ) {
    let ends = way.split(separator: ">", omittingEmptySubsequences: false).map(String.init)
    self.service = service
    engines = JobEngines(
      from: ends.first.flatMap { $0.isEmpty ? nil : $0 },
      to: ends.count > 1 && !ends[1].isEmpty ? ends[1] : nil)
    self.code = code
    self.message = message
    self.expected = expected
  }

  /// Read once for all samples.
  private static let builtIn = RemedyCatalogue.builtIn()

  func remedy(_ catalogue: RemedyCatalogue? = nil) -> Remedy? {
    (catalogue ?? Self.builtIn)
      .remedy(code: code, message: message, service: service, engines: engines)
  }
}
