/// The tables of a source, in the order in which they are copied.
struct MigratedSchema: Sendable {
  struct Table: Sendable {
    let name: String
    let rows: Int64
  }

  let tables: [Table]
  /// What the pre-flight estimate says, which is never quite what is there.
  let estimatedRows: Int64
  let estimatedBytes: Int64

  var rows: Int64 { tables.reduce(0) { $0 + $1.rows } }

  /// - Parameter estimate: The estimate as a part of the truth.
  init(_ prefix: String, _ tables: [(String, Int64)], estimate: Double) {
    self.init(
      tables: tables.map { Table(name: "\(prefix).\($0.0)", rows: $0.1) }, estimate: estimate)
  }

  /// The same tables with another estimate, as a part of the truth.
  func estimated(_ part: Double) -> MigratedSchema {
    MigratedSchema(tables: tables, estimate: part)
  }

  private init(tables: [Table], estimate: Double) {
    self.tables = tables
    let rows = tables.reduce(0) { $0 + $1.rows }
    estimatedRows = Int64(Double(rows) * estimate)
    estimatedBytes = estimatedRows * 213
  }

  /// How many tables are whole when so many rows have been read.
  func finishedTables(afterRows seen: Int64) -> Int {
    var total: Int64 = 0
    for (index, table) in tables.enumerated() {
      total += table.rows
      if total > seen { return index }
    }
    return tables.count
  }
}

extension MigratedSchema {
  static let library = MigratedSchema(
    "postgres.library",
    [
      ("genres", 84), ("languages", 112), ("publishers", 9_310), ("branches", 46),
      ("authors", 71_804), ("users", 264_331), ("books", 318_902), ("book_genre", 611_250),
      ("author_book", 402_118), ("editions", 377_006), ("copies", 498_224), ("shelves", 12_408),
      ("reviews", 260_577), ("reservations", 92_315), ("loans", 421_090), ("fines", 37_902),
    ], estimate: 0.972)

  static let retail = MigratedSchema(
    "WideWorldImporters.Sales",
    [
      ("BuyingGroups", 2), ("CustomerCategories", 8), ("Customers", 663),
      ("SpecialDeals", 2), ("CustomerTransactions", 97_147), ("Invoices", 70_510),
      ("InvoiceLines", 228_265), ("Orders", 73_595), ("OrderLines", 231_412),
    ], estimate: 1.031)

  static let northwind = MigratedSchema(
    "NORTHWIND.SALES",
    [
      ("CATEGORIES", 8), ("SHIPPERS", 3), ("SUPPLIERS", 29), ("CUSTOMERS", 91_004),
      ("EMPLOYEES", 9), ("PRODUCTS", 7_702), ("ORDERS", 830_112), ("ORDER_DETAILS", 2_155_900),
    ], estimate: 0.994)

  static let insurance = MigratedSchema(
    "policies.core",
    [
      ("agents", 1_204), ("customers", 188_412), ("policies", 402_771), ("coverages", 1_310_448),
      ("claims", 96_020), ("payments", 2_204_511),
    ], estimate: 1.012)
}
