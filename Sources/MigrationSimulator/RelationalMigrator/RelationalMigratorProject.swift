/// A project of Relational Migrator: a mapping between two databases, whose name its jobs go by.
struct RelationalMigratorProject: Sendable {
  let id: String
  let name: String
  let jdbc: String
  let mongoDB: String
  let schema: MigratedSchema
}

extension RelationalMigratorProject {
  static let library = RelationalMigratorProject(
    id: "5b0c7a1de24f4c6b9d1f0a8837c2e641", name: "library-to-atlas",
    jdbc: "jdbc:postgresql://pg-library.internal:5432/library?sslmode=require",
    mongoDB: "mongodb+srv://migrator:*****@cluster1.a1b2c.mongodb.net/library?retryWrites=true",
    schema: .library)

  static let retail = RelationalMigratorProject(
    id: "0d4e9f62a7b84410b3c58e9a6f21d730", name: "wwi-retail",
    jdbc: "jdbc:sqlserver://mssql-retail.internal:1433;databaseName=WideWorldImporters",
    mongoDB: "mongodb+srv://migrator:*****@cluster1.a1b2c.mongodb.net/retail", schema: .retail)

  static let northwind = RelationalMigratorProject(
    id: "c3f1a90be57d4f2c8a64d7720e915b38", name: "northwind",
    jdbc: "jdbc:oracle:thin:@//ora-northwind.internal:1521/NORTHWIND",
    mongoDB: "mongodb://migrator:*****@mongo-a:27017,mongo-b:27017/northwind?replicaSet=rs0",
    schema: .northwind)

  static let insurance = RelationalMigratorProject(
    id: "91e6d4c0f8a24b7d95c20b3e7da8f146", name: "policy-core",
    jdbc: "jdbc:mysql://mysql-policies.internal:3306/policies",
    mongoDB: "mongodb+srv://migrator:*****@cluster2.a1b2c.mongodb.net/policies",
    schema: .insurance)

  static let all = [library, retail, northwind, insurance]
}
