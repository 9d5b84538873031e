/// Words for the jobs that fill a large fleet.
enum TableSpace {
  static let systems = [
    "billing", "claims", "coupon", "dispatch", "fleet", "invoice", "ledger", "loyalty", "orders",
    "parts", "payroll", "pricing", "returns", "stock", "supplier", "tickets", "订单", "仓储",
    "会员",
  ]
  static let places = ["cn", "de", "emea", "hz", "in", "jp", "sg", "sp", "us", "华东", "华南"]

  /// A name that no two jobs of a service share.
  static func name(_ index: Int, _ random: inout SplitMix64) -> String {
    let system = systems[Int(random.next() % UInt64(systems.count))]
    let place = places[Int(random.next() % UInt64(places.count))]
    return "\(system)-\(place)-\(index.padded(4))"
  }
}
