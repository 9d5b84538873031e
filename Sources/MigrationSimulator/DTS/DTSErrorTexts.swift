extension DTSError {
  static let tableExists = DTSError(
    code: "DTS-1020042",
    message: """
      DTS-1020042 Execute sql error sql: Table 'customer' already exists
      CREATE TABLE `crm`.`customer` (
        `id` bigint NOT NULL AUTO_INCREMENT,
        `name` varchar(64) DEFAULT NULL,
        PRIMARY KEY (`id`)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
      """)

  static let lockWait = DTSError(
    code: "DTS-1020042",
    message: """
      DTS-1020042 Execute sql error sql: Lock wait timeout exceeded; try restarting transaction
      UPDATE `trade`.`refunds` SET `state` = ? WHERE `id` = ? AND `state` <> ?
      url=jdbc:mysql://10.22.1.9:3306/trade?useSSL=false&serverTimezone=UTC
      """)

  static let sourceLost = DTSError(
    code: "DTS-070211",
    message: """
      DTS-070211: Connect Source DB failed. cause by [com.mysql.jdbc.exceptions.jdbc4.\
      CommunicationsException:Communications link failure

      The last packet sent successfully to the server was 0 milliseconds ago.]
      """)

  static let duplicateKey = DTSError(
    code: "DTS-31009",
    message: """
      framework: DTS-31009: In process of processing data (recordRange: 700000001-800000000) failed
      cause: CriticalAnyAllException: Duplicate entry '31337' for key 'PRIMARY'
      """)

  static let tooLong = DTSError(code: "DTS-30011", message: "任务失败太久无法恢复")

  static let noPrivilege = DTSError(
    code: "DTS-1010018",
    message: "CHECK_ERROR_SRC_PRIVILEGE: the account 'dts' has no SELECT on `crm_2012`.*")

  static let foreignKeys = DTSError(
    code: "CHECK_WARN_FOREIGN_KEY",
    message: "CHECK_WARN_FOREIGN_KEY: 2 foreign keys point to tables that are not migrated")

  static let storeLost = DTSError(
    code: "DTS-31009",
    message: """
      framework: DTS-31009: In process of processing data (recordRange: 1795299900:1795299960) \
      failed cause: CriticalAnyAllException: capture-dstore: DTS-51009: Failed to fetch records \
      from dstore
      TimeoutException: no record for 60000 milliseconds
      """)

  static let columnMissing = DTSError(
    code: "DTS-1020042",
    message: "DTS-1020042 Execute sql error sql: Unknown column 'tax_rate' in 'field list'")

  static let nullPointer = DTSError(
    code: "DTS-10000", message: "UncaughtException:java.lang.NullPointerException")
}

extension DTSDocumentedError {
  static let lockWait = DTSDocumentedError(
    code: "dts.retry.err.0046", kind: "destDB",
    message: "A transaction waited too long for a lock in the destination database.",
    workaround: "End the transactions that hold the lock, or lower the write concurrency.")
}
