import MigrationModel

import struct FoundationEssentials.Date

extension DRS.TaskRecord {
  var kind: JobKind? {
    let word = detail?.value.dbUseType ?? listed?.value.dbUseType
    switch word.flatMap(DRS.UseType.init) ?? useType {
    case .migration: return .migration
    case .sync: return .sync
    case .cloudDataGuard: return .disasterRecovery
    case nil: return nil
    }
  }

  /// The listing has whole seconds of a local time, so the detail comes first.
  var createdAt: Date? {
    Timestamp.milliseconds(detail?.value.createTime)
      ?? listed?.value.createTime.flatMap { Timestamp.parse($0, localOffset: 8 * 3_600) }
  }

  /// Source and target; from a listing alone the engines only.
  var endpoints: (from: DatabaseEndpoint?, to: DatabaseEndpoint?) {
    let engines = DRS.Engines(
      detail?.value.instInfo?.engineType ?? listed?.value.engineType)
    let source = detail?.value.sourceEndpoint ?? detail?.value.sourceSharding?.first
    var from = DatabaseEndpoint(source, engine: engines.from)
    if detail?.value.sourceEndpoint?.ip?.nonEmpty == nil,
      let shards = detail?.value.sourceSharding, !shards.isEmpty
    {
      from?.address = shards.compactMap(\.address).joined(separator: ",").nonEmpty
    }
    return (from, DatabaseEndpoint(detail?.value.targetEndpoint, engine: engines.to))
  }
}

extension DRS {
  /// The two engines in an engine type: `mysql`, `mysql-to-kafka`, `cloudDataGuard-mysql`.
  struct Engines {
    let from: String?
    let to: String?

    init(_ type: String?) {
      let prefix = "\(UseType.cloudDataGuard.rawValue)-"
      let plain = type.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
      if let plain, let separator = plain.firstRange(of: "-to-") {
        from = String(plain[..<separator.lowerBound]).nonEmpty
        to = String(plain[separator.upperBound...]).nonEmpty
      } else {
        from = plain?.nonEmpty
        to = from
      }
    }
  }
}

extension DRS.Endpoint {
  /// `ip:port`, or the name or id of an instance without an address.
  var address: String? {
    guard let ip = ip?.nonEmpty else { return instName?.nonEmpty ?? instId?.nonEmpty }
    guard let dbPort, dbPort > 0 else { return ip }
    let colons = ip.filter { $0 == ":" }.count
    if colons > 1, !ip.contains(","), !ip.hasPrefix("[") { return "[\(ip)]:\(dbPort)" }
    return colons > 0 ? ip : "\(ip):\(dbPort)"
  }
}

extension DatabaseEndpoint {
  /// `nil` if nothing is known of it.
  fileprivate init?(_ endpoint: DRS.Endpoint?, engine: String?) {
    let engine = endpoint?.dbType?.nonEmpty ?? engine
    guard engine != nil || endpoint != nil else { return nil }
    self.init(engine: engine, address: endpoint?.address, database: endpoint?.dbName?.nonEmpty)
  }
}
