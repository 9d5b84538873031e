import CustomDump
import Foundation
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `Relational Migrator on the wire` {
  static func decode(_ text: String) throws -> RelationalMigrator.JobDocument {
    try JSONDecoder().decode(RelationalMigrator.JobDocument.self, from: Data(text.utf8))
  }

  @Test func `every value of the documented job is decoded`() throws {
    let text = try Recorded.text("relational-migrator", "job.json")
    let leaves = WireLeaves.ofDecoded(try Self.decode(text))
    #expect(leaves.count == 46)
    expectNoDifference(leaves, try WireLeaves.ofText(text))
  }

  @Test func `the documented job has these values`() throws {
    let job = try Self.decode(Recorded.text("relational-migrator", "job.json"))
    #expect(job.status == "NOT_STARTED")
    #expect(job.options?.errorTolerance == 42)
    #expect(job.options?.signalingTable == "database.schema.table")
    #expect(job.statistics?.snapshotCompleted == false)
    #expect(job.statistics?.processingTables == ["string"])
    #expect(job.cdcStatistics?.latestBatchMaxSourceDbLagMs == -1)
    #expect(job.jmxConnectivity?.status == "AVAILABLE")
    #expect(job.failureError?.setupError == false)
    #expect(job.metadata?.verification?.samplePercentage == 100)
    let tables = job.relationalTableFilters?["schema_1_name"]
    #expect(tables?["table_1_name"]?.whereClause == "id > 1000 AND id <= 2000")
    #expect(tables?["table_2_name"]?.rowCount == 10)
    #expect(job.collectionFilters?.exclude == ["string"])
  }

  @Test(arguments: ["error-404.json", "error-500.json"])
  func `every value of a documented error is decoded`(file: String) throws {
    let text = try Recorded.text("relational-migrator", file)
    let body = try JSONDecoder().decode(RelationalMigrator.ErrorBody.self, from: Data(text.utf8))
    #expect(body.issues?.first?.type == "RELMIG_MAPPING_TARGET_FIELD_NAME_EMPTY")
    expectNoDifference(WireLeaves.ofDecoded(body), try WireLeaves.ofText(text))
  }

  @Test(arguments: [
    #"{"id":"a","statistics":null,"options":null,"status":null}"#, #"{"id":"a"}"#,
    #"{"id":"a","statistics":"soon","options":[],"status":{"a":1}}"#,
  ])
  func `null, missing and mistyped fields read alike`(text: String) throws {
    expectNoDifference(WireLeaves.ofDecoded(try Self.decode(text)), ["id": "a"])
  }

  @Test func `the shape of 1_13 is decoded`() throws {
    let job = try Self.decode(
      """
      {"id":"a","options":{"mode":"CDC_ONLY"},"atlasMetadata":{"clusterName":"c"},
       "metadata":{"verificationRequested":true,"verificationStatus":"VERIFIED"},
       "jobUpdates":[{"eventType":"ERROR","message":"m","stackTrace":"at x","stage":"STREAMING",
         "errorCode":"11000","count":3,"location":{"table":"t"}}]}
      """)
    #expect(job.metadata?.verificationRequested == true)
    #expect(job.metadata?.verificationStatus == "VERIFIED")
    #expect(job.atlasMetadata == ["clusterName": "c"])
    #expect(job.jobUpdates?.first?.stackTrace?.map(\.text) == ["at x"])
    #expect(job.jobUpdates?.first?.location == ["table": "t"])
    #expect(job.jobUpdates?.first?.count == 3)
  }

  @Test func `the fields of 1_18 are decoded`() throws {
    let job = try Self.decode(
      """
      {"id":"a","connectorStatus":"FAILED","statistics":{"migratedTables":["a.b"]},
       "options":{"incrementalSnapshotOptions":{"chunkSize":1024}},
       "failureError":{"failedLocation":"public.orders","failedLocationType":"TABLE"}}
      """)
    #expect(job.connectorStatus == "FAILED")
    #expect(job.statistics?.migratedTables == ["a.b"])
    #expect(job.options?.incrementalSnapshotOptions == ["chunkSize": "1024"])
    #expect(job.failureError?.failedLocation == "public.orders")
    #expect(job.failureError?.failedLocationType == "TABLE")
  }
}

@Suite struct `Connection strings` {
  @Test(arguments: [
    (
      "mongodb+srv://tom:s3cret@c1.example.net/library?w=majority",
      "mongodb+srv://*****@c1.example.net/library?w=majority"
    ),
    (
      "mongodb://u:p@a:1,b:2/x?authMechanismProperties=AWS_SESSION_TOKEN:t",
      "mongodb://*****@a:1,b:2/x?authMechanismProperties=*****"
    ),
    (
      "jdbc:postgresql://h/db?user=me@srv&password=p@ss&ssl=true",
      "jdbc:postgresql://h/db?user=*****&password=*****&ssl=true"
    ),
    (
      "jdbc:sqlserver://h:1433;databaseName=x;user=sa;password=p",
      "jdbc:sqlserver://h:1433;databaseName=x;user=*****;password=*****"
    ),
    ("jdbc:oracle:thin:scott/tiger@//h:1521/s", "jdbc:oracle:thin:*****@//h:1521/s"),
    ("jdbc:mysql://root:a?b@h/db", "jdbc:mysql:*****"),
    ("jdbc:mysql://root:a/b@h/db", "jdbc:mysql://*****@h/db"),
    ("mongodb://tom:p/w?x@h/db", "mongodb://*****@h/db"),
    (
      "jdbc:sqlserver://h:1433;databaseName=x;password={a;b@hunter5}};};encrypt=true;x=y;z",
      "jdbc:sqlserver://h:1433;databaseName=x;password=*****;encrypt=true;*****;*****"
    ),
    ("jdbc:db2://h:50000/x:user=a;password=b@c;", "jdbc:db2://h:50000/x:user=*****;password=*****"),
    ("jdbc:oracle:thin:@(DESCRIPTION=(HOST=h))", "jdbc:oracle:thin:*****"),
    ("postgres://tom:p@h/db", "*****"),
    (
      "jdbc:postgresql://localhost/library?sslmode=disable",
      "jdbc:postgresql://localhost/library?sslmode=disable"
    ),
    ("string", "string"),
  ])
  func `users and secrets are masked`(text: String, masked: String) {
    #expect(ConnectionString(text).text == masked)
  }

  @Test(
    arguments: [
      ("jdbc:postgresql://localhost/library?sslmode=disable", "postgresql", "localhost", "library"),
      ("jdbc:mysql://u:p@db.example:3306/shop", "mysql", "db.example:3306", "shop"),
      ("jdbc:sqlserver://h:1433;databaseName=x;encrypt=true", "sqlserver", "h:1433", "x"),
      ("jdbc:oracle:thin:@//h:1521/ORCL", "oracle", "h:1521", "ORCL"),
      ("jdbc:oracle:thin:scott/tiger@h:1521:XE", "oracle", "h:1521", "XE"),
      ("jdbc:db2://h:50000/sample:user=a;password=b;", "db2", "h:50000", "sample"),
      ("jdbc:sybase:Tds:h:5000/pubs", "sybase", "h:5000", "pubs"),
      ("jdbc:postgresql://[::1]:5432/a", "postgresql", "[::1]:5432", "a"),
      ("jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=h)))", "oracle", nil, nil),
      (
        "jdbc:sqlserver://db1:1433;databaseName=shop;user=sa;password=P@ssw0rd;encrypt=true",
        "sqlserver", "db1:1433", "shop"
      ),
      (
        "jdbc:sqlserver://db1\\x;password={a;databaseName=b@hunter5};databaseName={my;shop}",
        "sqlserver", "db1\\x", "my;shop"
      ),
      ("jdbc:mysql://db1:3306?user=root&password=P@ssw0rd", "mysql", "db1:3306", nil),
      ("jdbc:mysql://root:a?b@h/db", "mysql", nil, nil),
      ("jdbc:postgresql:shop", "postgresql", nil, nil),
      ("jdbc:postgresql:///shop", "postgresql", nil, "shop"),
      ("mongodb://tom:p/w?x@host/db", "mongodb", "host", "db"),
      ("mongodb://host:27017/db?appName=a@b", "mongodb", nil, nil),
      ("mongodb://tom:1@host/db?tlsCertificateKeyFilePassword=a@b", "mongodb", nil, nil),
      ("mongodb://a:27017,b:27017/x?replicaSet=r", "mongodb", "a:27017,b:27017", "x"),
      ("mongodb+srv://tom:*****@c1.example.net", "mongodb", "c1.example.net", nil),
    ] as [(String, String, String?, String?)])
  func `engine, address and database are found`(
    text: String, engine: String, address: String?, database: String?
  ) {
    expectNoDifference(
      ConnectionString(text).endpoint,
      DatabaseEndpoint(engine: engine, address: address, database: database))
  }

  @Test func `what is no connection string points nowhere`() {
    #expect(ConnectionString("string").endpoint == nil)
    #expect(ConnectionString("").endpoint == nil)
  }

  static let drivers = [
    ("jdbc:sqlserver://db1:1433;databaseName=shop;user=sa;password=%;encrypt=true", "db1:1433"),
    ("jdbc:sqlserver://db1;password=%;databaseName=shop", "db1"),
    ("jdbc:sqlserver://db1;password={%};databaseName=shop", "db1"),
    ("jdbc:mysql://db1:3306?user=root&password=%", "db1:3306"),
    ("jdbc:mysql://db1:3306/shop?password=%&user=root", "db1:3306"),
    ("jdbc:mysql://root:%@db1:3306/shop", "db1:3306"),
    ("jdbc:mysql://root:%@db1:3306/shop?ssl=true", "db1:3306"),
    ("jdbc:postgresql://db1/shop?user=a&password=%", "db1"),
    ("jdbc:db2://db1:50000/shop:user=u;password=%;", "db1:50000"),
    ("jdbc:db2://db1:50000/shop:password=%;user=u;", "db1:50000"),
    ("jdbc:sybase:Tds:db1:5000/shop?USER=sa&PASSWORD=%", "db1:5000"),
    ("jdbc:oracle:thin:scott/%@db1:1521:shop", "db1:1521"),
    ("jdbc:oracle:thin:scott/%@//db1:1521/shop", "db1:1521"),
    ("jdbc:sqlanywhere:uid=DBA;pwd=%;eng=shop", "-"),
    ("mongodb://tom:%@db1:1521,db1:3306/shop?w=majority", "db1:1521,db1:3306"),
    ("mongodb+srv://tom:%@db1/shop", "db1"),
  ]

  /// Of letters and digits that no other part of the strings has.
  static let passwords = [
    "Q", "Q@Z", "Q/Z", "Q?Z", "Q;Z", "Q&Z", "Q=Z", "Q:Z", "{Q;Z", "Q}}Z", "Q@Z/X?V", "Q@Z?X", "Q Z",
    "Q#Z", "Q%Z", "@Q", "Q@", "//Q", "Q\\Z", "7", "7/Q", "7?Q", "7;Q", "7/Q?Z", "Q@7:7/Z", "Q,Z:7",
    "Q@Z:7,X", "Q;Z=X", "Q&Z=X", "Q&Z=X@V", "Q;Z@X", "é@Q", "Q\"Z", "(Q)", "Q'Z", "Q\nZ", "Q]Z@[7",
  ]

  @Test(arguments: drivers)
  func `no piece of a password is shown`(string: String, address: String) {
    for password in Self.passwords {
      let connection = ConnectionString(string.replacing("%", with: password))
      let endpoint = connection.endpoint
      let shown = [connection.text, endpoint?.address ?? "", endpoint?.database ?? ""].joined()
      #expect(
        !shown.contains { $0.isLetter || $0.isNumber ? password.contains($0) : false },
        "\(password): \(shown)")
      #expect(endpoint?.address == nil || endpoint?.address == address, "\(password)")
      #expect(endpoint?.database == nil || endpoint?.database == "shop", "\(password)")
    }
  }
}
