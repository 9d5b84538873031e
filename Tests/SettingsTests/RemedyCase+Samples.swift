import MigrationModel

extension RemedyCase {
  /// Texts from the services' documents, from answers that were recorded, and from the databases themselves.
  static let known: [RemedyCase] = [
    RemedyCase(
      .drs, "oracle>gaussdbv5",
      """
      service DATAMOVE failed, cause by: Failed to fetch rows from "ERP"."LINE_ITEMS" WHERE ID BETWEEN \
      700000001 AND 800000000
      java.sql.SQLException: ORA-01555: snapshot too old:
      ␛[31mrollback segment number 12␛[0m with name "_SYSSMU12$" too small
      """, "ORA-01555"),
    RemedyCase(
      .relationalMigrator, "oracle>mongodb", "ORA-1555 caused by SQL statement below", "ORA-01555"),
    RemedyCase(
      .dts, "oracle>polardb", "ORA-01291: missing log file", "ORA-01291", code: "DTS-31009"),
    RemedyCase(.drs, "oracle>mysql", "ORA-00942: table or view does not exist", "ORA-00942"),
    RemedyCase(
      .relationalMigrator, "oracle>mongodb", "ORA-01017: invalid username/password; logon denied",
      "ORA-01017"),
    RemedyCase(
      .dts, "oracle>", "ORA-12514, TNS:listener does not currently know of service requested",
      "ORA-12505"),
    RemedyCase(
      .drs, "oracle>kafka", "Source supplemental log level is PK/UI. Missing column data",
      "ORA-01354"),
    RemedyCase(
      .drs, "oracle>mysql",
      "timeout when get next file log, maybe has been deleted, please check it.",
      "archive-log-gone"),
    RemedyCase(
      .dts, "mysql>mysql", "DTS-1020042 Execute sql error sql: Table 'customer' already exists",
      "MySQL 1050", code: "DTS-1020042"),
    RemedyCase(
      .dts, "MYSQL>POLARDB",
      """
      DTS-1020042 Execute sql error sql: Lock wait timeout exceeded; try restarting transaction
      UPDATE `trade`.`refunds` SET `state` = ? WHERE `id` = ?
      """, "MySQL 1205", code: "DTS-1020042"),
    RemedyCase(
      .dts, "mysql>mysql",
      "DTS-1020042 Execute sql error sql: Unknown column 'tax_rate' in 'field list'", "MySQL 1054"),
    RemedyCase(.dts, "mysql>mysql", "DTS-1020042 Execute sql error", "DTS-1020042"),
    RemedyCase(
      .dts, "mysql>mysql",
      """
      framework: DTS-31009: In process of processing data (recordRange: 700000001-800000000) failed
      cause: CriticalAnyAllException: Duplicate entry '31337' for key 'PRIMARY'
      """, "MySQL 1062", code: "DTS-31009"),
    RemedyCase(
      .dts, "mysql>mysql",
      """
      framework: DTS-31009: In process of processing data (recordRange: 1) failed cause: \
      CriticalAnyAllException: capture-dstore: DTS-51009: Failed to fetch records from dstore
      TimeoutException: no record for 60000 milliseconds
      """, "DTS-51009", code: "DTS-31009"),
    RemedyCase(.dts, "mysql>mysql", "DTS-31009: In process of processing data failed", "DTS-31009"),
    RemedyCase(
      .dts, "mysql>mysql",
      """
      DTS-070211: Connect Source DB failed. cause by [com.mysql.jdbc.exceptions.jdbc4.\
      CommunicationsException:Communications link failure

      The last packet sent successfully to the server was 0 milliseconds ago.]
      """, "DTS-070211"),
    RemedyCase(.dts, "", "任务失败太久无法恢复", "failed-too-long", code: "DTS-30011"),
    RemedyCase(.dts, "", "fullcheck find different records : 2372", "fullcheck-differs"),
    RemedyCase(.dts, "", "UncaughtException:java.lang.NullPointerException", "dts-internal-error"),
    RemedyCase(
      .dts, "mysql>", "CHECK_ERROR_SRC_PRIVILEGE: the account 'dts' has no SELECT on `crm_2012`.*",
      "CHECK_ERROR_SRC_PRIVILEGE"),
    RemedyCase(
      .dts, "mysql>mysql",
      "CHECK_WARN_FOREIGN_KEY: 2 foreign keys point to tables that are not migrated",
      "CHECK_FOREIGN_KEY", code: "CHECK_WARN_FOREIGN_KEY"),
    RemedyCase(.dts, "", "CHECK__ERROR_SAME_OBJ", "CHECK_SAME_OBJ"),
    RemedyCase(.dts, "", "ODPS project does not exist odps.`huijin`", "dts-odps-project"),
    RemedyCase(.dts, "mysql>", "binlog_row_image is MINIMAL", "binlog-row-image"),
    RemedyCase(
      .dts, "mysql>",
      "DTS-1051007 In binary log offset 3@4105797, found table a.b not full mode event.",
      "DTS-1051007"),
    RemedyCase(
      .dts, "sqlserver>mysql", "CDC partition x capture instance is not found", "cdc-instance-gone"),
    RemedyCase(
      .drs, "ddm>mysql",
      """
      service DATAMOVE failed, cause by: Unable to connect to DBMS: url=jdbc:mysql://10.22.7.45:3306/x
      Communications link failure: the last packet was sent 10,001 milliseconds ago.
      """, "drs-no-connection"),
    RemedyCase(
      .drs, "mysql>mysql",
      "service CAPTURER failed, cause by: core process is not healthy or crashed",
      "drs-capturer-crashed"),
    RemedyCase(
      .drs, "mysql>mysql", "service CAPTURER failed, cause by: Index: 8, Size: 7",
      "drs-binlog-columns"),
    RemedyCase(
      .drs, "mysql>mysql",
      "service INCREMENT failed, cause by: record tid: 1,seqno: 2 without PK execute failed in table t",
      "drs-no-primary-key"),
    RemedyCase(
      .drs, "mysql>mysql",
      "Extract THL file fail! Must seek before attempting to read next event", "drs-history-gone"),
    RemedyCase(
      .drs, "mysql>mysql",
      "service DATAMOVE failed, cause by: table cart.coupon has no primary key",
      "no-primary-key"),
    RemedyCase(
      .drs, "mysql>mysql",
      """
      The source user lacks REPLICATION SLAVE.
      ERROR 1227 (42000): Access denied; you need (at least one of) the REPLICATION SLAVE privilege(s) \
      for this operation
      """, "MySQL 1227"),
    RemedyCase(
      .drs, "mysql>mysql", "write table a.b failed: Duplicate entry '7' for key 'PRIMARY'",
      "MySQL 1062"),
    RemedyCase(.drs, "mysql>mysql", "write table a.b failed: null", "drs-write-null"),
    RemedyCase(
      .drs, "mysql>taurus", "The MySQL server is running with the --super-read-only option",
      "MySQL 1290"),
    RemedyCase(
      .drs, "mysql>mysql",
      "Error writing file '/tmp/MY' (errno: 28 - No space left on device)", "disk-full"),
    RemedyCase(
      .drs, "mysql>mysql",
      """
      Got fatal error 1236 from master when reading data from binary log: 'Could not find first log file \
      name in binary log index file'
      """, "binlog-purged"),
    RemedyCase(
      .dts, "mysql>mysql",
      "Got fatal error 1236 from source when reading data from binary log: 'bogus data'",
      "MySQL 1236"),
    RemedyCase(.dts, "mysql>", "Slave I/O: error connecting, Error_code: MY-001045", "MySQL 1045"),
    RemedyCase(
      .drs, "mysql>mysql", "Access denied for user 'drs'@'10.0.0.9' (using password: YES)",
      "MySQL 1045"),
    RemedyCase(
      .drs, "postgresql>postgresql",
      "Initialize logical replication stream failed, the source database may have a long transaction: x",
      "replication-stream-start"),
    RemedyCase(.drs, "postgresql>postgresql", "wal_level is replica", "wal-level"),
    RemedyCase(
      .dts, "postgresql>postgresql",
      "ERROR: can no longer get changes from replication slot \"dts_1\"", "replication-slot-lost"),
    RemedyCase(
      .dts, "postgresql>", "ERROR: replication slot \"flow_slot\" does not exist (SQLSTATE 42704)",
      "replication-slot-missing"),
    RemedyCase(
      .drs, "gaussdbv5>postgresql",
      "ERROR: duplicate key value violates unique constraint \"orders_pkey\"", "SQLSTATE 23505"),
    RemedyCase(.dts, "postgresql>", "psql: error, SQL state [28P01]", "SQLSTATE 28P01"),
    RemedyCase(
      .drs, "postgresql>postgresql",
      """
      ERROR: cannot update table "nokey" because it does not have a replica identity and publishes updates
      """, "replica-identity"),
    RemedyCase(
      .dts, "sqlserver>mysql",
      "Transaction (Process ID 57) was deadlocked on lock resources with another process and has been chosen",
      "SQL Server 1205"),
    RemedyCase(.dts, "SQLServer>", "Msg 18456, Level 14, State 1, Line 1", "SQL Server 18456"),
    RemedyCase(
      .relationalMigrator, "sqlserver>mongodb",
      "An insufficient number of arguments were supplied for the procedure or function cdc.fn_cdc_get_all_changes_",
      "SQL Server 313"),
    RemedyCase(
      .relationalMigrator, "postgresql>mongodb",
      "Command failed with error 10107 (NotWritablePrimary): 'not primary'", "MongoDB 10107"),
    RemedyCase(
      .relationalMigrator, "mysql>mongodb",
      "E11000 duplicate key error collection: shop.orders index: _id_ dup key: { _id: 7 }",
      "MongoDB 11000", code: "DuplicateKeyError"),
    RemedyCase(
      .relationalMigrator, "mysql>mongodb", "Skipped a document that is in the collection already",
      "DuplicateKeyError", code: "DuplicateKeyError"),
    RemedyCase(
      .relationalMigrator, "mysql>mongodb", "The document is larger than 16 MB", "MongoDB 10334"),
    RemedyCase(
      .relationalMigrator, "mysql>mongodb",
      "Command failed with error 13 (Unauthorized): 'not authorized on shop to execute command'",
      "MongoDB 13"),
    RemedyCase(
      .relationalMigrator, "", "Verification error\nBsonValue cannot be null", "bson-null",
      code: "IllegalArgumentException"),
    RemedyCase(
      .dts, "mongodb>mongodb",
      "Resume of change stream was not possible, as the resume point may no longer be in the oplog.",
      "MongoDB 286"),
    RemedyCase(
      .relationalMigrator, "db2>mongodb",
      "DB2 SQL Error: SQLCODE=-911, SQLSTATE=40001, SQLERRMC=68", "SQLCODE -911"),
    RemedyCase(
      .relationalMigrator, "postgresql>mongodb",
      "com.mongodb.MongoNotPrimaryException: not primary",
      "MongoDB 10107"),
    RemedyCase(
      .relationalMigrator, "mysql>mongodb",
      """
      The connector is trying to read binlog starting at SourceInfo [currentBinlogFilename=mysql-bin.000054], \
      but this is no longer available on the server. Reconfigure the connector to use a snapshot when needed.
      """, "binlog-purged"),
    RemedyCase(
      .relationalMigrator, "postgresql>mongodb",
      "trying to read change stream starting at X, but this is no longer available on the server",
      "replication-slot-lost"),
  ]

  /// What looks like something known and is not.
  static let unknown: [RemedyCase] = [
    RemedyCase(.drs, "oracle>mysql", "ORA-15550: no such thing", nil),
    RemedyCase(.drs, "oracle>mysql", "ORA-015551", nil),
    RemedyCase(.drs, "oracle>mysql", "XORA-01555Y", nil),
    RemedyCase(.drs, "mysql>mysql", "1205 rows were copied, 1062 skipped", nil),
    RemedyCase(.drs, "mysql>mysql", "error 12050 (HY000)", nil),
    RemedyCase(.drs, "mysql>mysql", "error 1205", nil),
    RemedyCase(.dts, "mysql>mysql", "Msg 1205, Level 13", nil),
    RemedyCase(.dts, "mysql>mysql", "ORA-01555: snapshot too old", nil),
    RemedyCase(.drs, "mysql>mysql", "DTS-51009: Failed to fetch records", nil),
    RemedyCase(.dts, "mysql>mysql", "DTS-510090", nil),
    RemedyCase(.dts, "postgresql>postgresql", "wal_level is logical", nil),
    RemedyCase(.dts, "mysql>mysql", "binlog_row_image is FULL, binlog_format is ROW", nil),
    RemedyCase(.dts, "redis>redis", "Duplicate entry '7' for key 'PRIMARY'", nil),
    RemedyCase(.relationalMigrator, "mysql>mongodb", "Job failed", nil),
    RemedyCase(.relationalMigrator, "mysql>mongodb", "code 11000 of 11000 documents", nil),
    RemedyCase(.drs, "mysql>mysql", "", nil),
    RemedyCase(.dts, "", "no text given", nil, code: "200"),
    RemedyCase(.dts, "", "no text given", nil, code: "Success"),
  ]
}
