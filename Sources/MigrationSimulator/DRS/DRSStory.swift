/// What happens to a task, by the names that a scenario calls it.
package enum DRSStory: String, CaseIterable, Sendable {
  case fullFails = "full-fails"
  case stalls
  case shards
  case guards
  case isPaused = "is-paused"
  case isFrozen = "is-frozen"
  case isStopped = "is-stopped"
  case isConfigured = "is-configured"
  case ended
  case fullCompleted = "full-completed"
  case abandoned
  case travels
  case isRebuilt = "is-rebuilt"
  case incrementFails = "increment-fails"
  case creationFails = "creation-fails"
  case isCreated = "is-created"
  case waits
  case isStarted = "is-started"
  case upgradeFails = "upgrade-fails"
  case isChanged = "is-changed"
  case replicates
  case startFails = "start-fails"
  case rebuildFails = "rebuild-fails"
  case changeFails = "change-fails"
  case isReedited = "is-reedited"
  case stopFails = "stop-fails"
  case isDeleted = "is-deleted"
  case upgradeStarts = "upgrade-starts"
  case upgradeCompletes = "upgrade-completes"
  case isPrechecked = "is-prechecked"
  case precheckFails = "precheck-fails"
}

/// A task's part in the play.
struct DRSRole: Sendable {
  let name: String
  let useType: DRSJob.UseType
  let source: String
  let target: String
  let story: DRSStory
  var taskType = "FULL_INCR_TRANS"
  /// Of the stories that go on by themselves.
  let pace: Pace
  /// Only where a scenario gives one.
  var id: String?

  init(
    _ name: String, _ useType: DRSJob.UseType, _ source: String, _ target: String,
    _ story: DRSStory, pace: Pace = Pace(), taskType: String = "FULL_INCR_TRANS"
  ) {
    self.name = name
    self.useType = useType
    self.source = source
    self.target = target
    self.story = story
    self.pace = pace
    self.taskType = taskType
  }

  /// The first eight are in every fleet of 23 or more.
  static let cast: [DRSRole] = [
    DRSRole("erp-oracle-gauss", .migration, "oracle", "gaussdbv5", .fullFails),
    DRSRole("oa-docs-full", .migration, "mysql", "gaussdbv5", .stalls, taskType: "FULL_TRANS"),
    DRSRole("ddm-orders-8shard", .sync, "ddm", "mysql", .shards),
    DRSRole("members-华北", .cloudDataGuard, "mysql", "mysql", .guards),
    DRSRole("iot-telemetry", .migration, "mongodb", "dds", .isPaused),
    DRSRole("finance-ledger", .sync, "mysql", "mysql", .isFrozen),
    DRSRole("hr-archive-2019", .migration, "oracle", "postgresql", .isStopped),
    DRSRole("bi-mart-dws", .sync, "postgresql", "dws", .isConfigured),
    DRSRole("mes-plant-07", .migration, "mysql", "mysql", .ended),
    DRSRole("docs-2016-copy", .migration, "mysql", "mysql", .fullCompleted),
    DRSRole("poc-warehouse", .sync, "mysql", "dws", .abandoned),
    DRSRole(
      "geo-tiles-load", .migration, "mysql", "mysql", .travels,
      pace: Pace(offset: 60)),
    DRSRole("scm-rebuild", .sync, "mysql", "mysql", .isRebuilt),
    DRSRole("crm-stream", .sync, "mysql", "kafka", .incrementFails, taskType: "INCR_TRANS"),
    DRSRole("lab-no-quota", .migration, "mysql", "mysql", .creationFails),
    DRSRole("lab-new-node", .migration, "mysql", "mysql", .isCreated),
    DRSRole("payroll-night", .migration, "sqlserver", "mysql", .waits),
    DRSRole("portal-restart", .migration, "mysql", "mysql", .isStarted),
    DRSRole("cms-upgrade", .sync, "mysql", "mysql", .upgradeFails),
    DRSRole("search-objects", .sync, "mysql", "mysql", .isChanged),
    DRSRole("depot-route-start", .migration, "mysql", "mysql", .startFails),
    DRSRole("gate-node-lost", .sync, "mysql", "mysql", .rebuildFails),
    DRSRole("cart-object-change", .sync, "mysql", "postgresql", .changeFails),
    DRSRole("catalog-reedit", .sync, "mysql", "mysql", .isReedited),
    DRSRole("mail-archive-stop", .migration, "mongodb", "dds", .stopFails),
    DRSRole("demo-tenant-gone", .migration, "mysql", "mysql", .isDeleted),
    DRSRole("guard-node-upgrade", .cloudDataGuard, "mysql", "mysql", .upgradeStarts),
    DRSRole("shop-node-upgraded", .sync, "mysql", "mysql", .upgradeCompletes),
    DRSRole("tax-precheck-华南", .migration, "oracle", "gaussdbv5", .isPrechecked),
    DRSRole("fraud-precheck-fail", .sync, "postgresql", "dws", .precheckFails),
  ]

  /// What a listing asks of each task, without the rest of its role.
  static func useType(_ index: Int, seed: UInt64) -> DRSJob.UseType {
    guard index >= cast.count else { return cast[index].useType }
    var random = SplitMix64(seed: seed, index: index, purpose: .story)
    return drawUseType(&random)
  }

  private static func drawUseType(_ random: inout SplitMix64) -> DRSJob.UseType {
    let draw = random.unit()
    return draw < 0.6 ? .migration : draw < 0.9 ? .sync : .cloudDataGuard
  }

  /// What fills a large fleet: mostly what is over or runs quietly.
  static func extra(_ index: Int, seed: UInt64) -> DRSRole {
    var random = SplitMix64(seed: seed, index: index, purpose: .story)
    let useType = drawUseType(&random)
    let name = TableSpace.name(index, &random)
    let pace = Pace(fullSeconds: 3_600, offset: random.unit() * 6_000)
    let unusual: [DRSStory] = [.isPaused, .abandoned, .isChanged, .travels]
    let story: DRSStory
    switch useType {
    case .migration:
      story = random.unit() < 0.85 ? .ended : unusual[Int(random.next() % 4)]
    case .sync:
      story = random.unit() < 0.9 ? .replicates : unusual[Int(random.next() % 4)]
    case .cloudDataGuard:
      story = .guards
    }
    return DRSRole(name, useType, "mysql", "gaussdbv5", story, pace: pace)
  }
}
