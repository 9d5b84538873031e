/// MongoDB Relational Migrator: its documents as they are on the wire, and what they mean.
///
/// One instance runs one job at a time and keeps the finished ones as a history. It has no log-in
/// of its own. Facts are from its OpenAPI document (1.13 to 1.18.1) and its release notes.
package enum RelationalMigrator {}
