import MigrationModel

/// One end of a task. Its account stays unread.
package struct DTSEndpoint: WireObject, Equatable, Sendable {
  @Told package var engineName: String?
  @Told package var instanceType: String?
  @Told package var instanceID: String?
  @Told package var ip: String?
  @Told package var port: String?
  @Told package var databaseName: String?
  /// For Oracle only.
  @Told package var oracleSID: String?
  @Told package var region: String?

  enum CodingKeys: String, CodingKey {
    case engineName = "EngineName"
    case instanceType = "InstanceType"
    case instanceID = "InstanceID"
    case ip = "Ip"
    case port = "Port"
    case databaseName = "DatabaseName"
    case oracleSID = "OracleSID"
    case region = "Region"
  }

  /// `nil` if nothing tells the end by.
  var endpoint: DatabaseEndpoint? {
    let engine = engineName?.nonEmpty ?? instanceType?.nonEmpty
    let database = databaseName?.nonEmpty ?? oracleSID?.nonEmpty
    guard engine != nil || address != nil || database != nil else { return nil }
    return DatabaseEndpoint(engine: engine, address: address, database: database)
  }

  private var address: String? {
    guard let ip = ip?.nonEmpty else { return instanceID?.nonEmpty }
    return port?.nonEmpty.map { "\(ip):\($0)" } ?? ip
  }
}
