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
}
