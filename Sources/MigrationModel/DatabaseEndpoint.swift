/// One end of a migration. Credentials inside a service's answer never get this far.
package struct DatabaseEndpoint: Hashable, Sendable {
  /// The engine as the service spells it, for example `mysql`.
  package var engine: String?
  /// `host:port`, an instance id, or what else the service gives to tell it by.
  package var address: String?
  package var database: String?

  package init(engine: String?, address: String?, database: String?) {
    self.engine = engine
    self.address = address
    self.database = database
  }
}
