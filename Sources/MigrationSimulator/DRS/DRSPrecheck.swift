/// What a pre-check has found so far.
struct DRSPrecheck: Sendable {
  enum Course: Sendable {
    case running(percent: Int)
    /// Passed, though one item warns.
    case passed
    case failed
  }

  struct Item: Sendable {
    let name: DRSText
    let group: String
    var result = "PASSED"
    var reason: DRSText?
    /// The words of the database itself.
    var rawError = ""
  }

  let percent: Int
  /// Only with this may the task be started: not while the check runs.
  let isPassed: Bool
  let items: [Item]

  init(_ course: Course) {
    switch course {
    case .running(let percent):
      self.percent = percent
      isPassed = false
      items = Array(Self.good.prefix(Self.good.count * percent / 100))
    case .passed:
      percent = 100
      isPassed = true
      items = Self.good + [Self.warning]
    case .failed:
      percent = 100
      isPassed = false
      items = Self.good + [Self.warning, Self.failure]
    }
  }

  /// In percent; an item that warns has passed.
  var passed: Int {
    guard !items.isEmpty else { return 0 }
    return items.filter { $0.result != "FAILED" }.count * 100 / items.count
  }

  private static let good = [
    Item(name: DRSText("Source database connection", "源库连接"), group: "network"),
    Item(name: DRSText("Target database connection", "目标库连接"), group: "network"),
    Item(name: DRSText("Target disk space", "目标库磁盘空间"), group: "db_disk_size"),
    Item(name: DRSText("Source database version", "源库版本"), group: "db_version"),
    Item(name: DRSText("Target database status", "目标库状态"), group: "db_target_status"),
    Item(name: DRSText("Binlog format", "源库binlog格式"), group: "db_params"),
    Item(name: DRSText("Conflicting objects", "同名对象"), group: "db_object_conflict_check"),
    Item(name: DRSText("Source information", "源库信息"), group: "src_info_check"),
  ]

  private static let warning = Item(
    name: DRSText("Object dependency", "对象依赖"), group: "db_object_dependency_check",
    result: "ALARM",
    reason: DRSText(
      "View mart.v_sales refers to a table that is not selected.", "视图mart.v_sales依赖的表未被选择。"))

  private static let failure = Item(
    name: DRSText("Source database permissions", "源库权限"), group: "db_user_privilege",
    result: "FAILED",
    reason: DRSText("The source user lacks REPLICATION SLAVE.", "源库用户缺少REPLICATION SLAVE权限。"),
    rawError: "ERROR 1227 (42000): Access denied; you need (at least one of) the REPLICATION SLAVE "
      + "privilege(s) for this operation")
}
