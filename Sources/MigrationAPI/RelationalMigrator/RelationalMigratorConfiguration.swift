/// Where an instance of Relational Migrator answers, and how it may be asked.
package struct RelationalMigratorConfiguration: Hashable, Sendable {
  /// The name of the source.
  package var name: String
  package var base: BaseURL
  /// The ids of the jobs to watch; `nil` for all.
  package var jobs: [String]?
  package var callsPerMinute: Int
  /// Of one request.
  package var timeout: Duration
  /// How calls are authenticated, in words for people; never a secret.
  package var authentication = "none"
  /// Where the secrets are read from, in words for people; `nil` if there are none.
  package var credentials: String?

  package init(
    name: String,
    base: BaseURL,
    jobs: [String]? = nil,
    callsPerMinute: Int = 120,
    timeout: Duration = .seconds(10)
  ) {
    self.name = name
    self.base = base
    self.jobs = jobs
    self.callsPerMinute = callsPerMinute
    self.timeout = timeout
  }
}
