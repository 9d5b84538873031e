/// What happens to a job, by the names that a scenario calls it.
package enum DTSStory: String, CaseIterable, Sendable {
  case schemaFails = "schema-fails"
  case retriesAndFallsBehind = "retries-and-falls-behind"
  case travels
  case catchesUp = "catches-up"
  case steady
  case exceedsEstimate = "exceeds-estimate"
  case idleSubscription = "idle-subscription"
  case isChecked = "is-checked"
  case waits
  case isVerified = "is-verified"
  case isPaused = "is-paused"
  case redis
  case precheckFails = "precheck-fails"
  case finished
  case isModified = "is-modified"
  case isUpgraded = "is-upgraded"
  case isLocked = "is-locked"
  case initializationFails = "initialization-fails"
  case migrationFails = "migration-fails"
  case subscriptionBreaks = "subscription-breaks"
  case isUnconfigured = "is-unconfigured"
  case precheckPasses = "precheck-passes"
  case isDowngraded = "is-downgraded"
  case syncFails = "sync-fails"
  case modificationFails = "modification-fails"
  case subscriptionStarts = "subscription-starts"
  case reverseFails = "reverse-fails"
  case isDistributed = "is-distributed"
  case transforms
  case differs
}

/// A job's part in the play.
struct DTSRole: Sendable {
  let name: String
  let kind: DTSJob.Kind
  let source: String
  let target: String
  let story: DTSStory
  /// Of the stories that go on by themselves.
  let pace: Pace
  /// Only where a scenario gives one.
  var id: String?

  init(
    _ name: String, _ kind: DTSJob.Kind, _ source: String, _ target: String, _ story: DTSStory,
    pace: Pace = Pace()
  ) {
    self.name = name
    self.kind = kind
    self.source = source
    self.target = target
    self.story = story
    self.pace = pace
  }

  /// The first eight are in every fleet of 23 or more.
  static let cast: [DTSRole] = [
    DTSRole("crm-customer-迁移", .migration, "mysql", "mysql", .schemaFails),
    DTSRole("订单中心-同步", .sync, "mysql", "polardb", .retriesAndFallsBehind),
    DTSRole(
      "report-dw-init", .migration, "mysql", "adb", .travels,
      pace: Pace(fullSeconds: 7_200, offset: 4_560)),
    DTSRole("user-center-sync", .sync, "mysql", "mysql", .catchesUp),
    DTSRole("支付流水-灾备", .sync, "mysql", "mysql", .steady),
    DTSRole("audit-log-kafka", .sync, "mysql", "kafka", .exceedsEstimate),
    DTSRole("inventory-cdc-sub", .subscription, "mysql", "client", .idleSubscription),
    DTSRole("reports-2027", .migration, "oracle", "adb", .isChecked),
    DTSRole("reports-2028", .migration, "oracle", "adb", .waits),
    DTSRole("catalog-sg-sync", .sync, "mysql", "mysql", .steady),
    DTSRole("loyalty-sg-full", .migration, "mysql", "postgresql", .isVerified),
    DTSRole("wallet-id-sync", .sync, "postgresql", "postgresql", .isPaused),
    DTSRole("session-cache-sync", .sync, "redis", "redis", .redis),
    DTSRole("legacy-crm-2012", .migration, "sqlserver", "mysql", .precheckFails),
    DTSRole("warehouse-lite", .migration, "mysql", "mysql", .finished),
    DTSRole("booking-core", .sync, "mysql", "polardb", .isModified),
    DTSRole("hotel-rates", .sync, "mysql", "mysql", .isUpgraded),
    DTSRole(
      "trial-shop-move", .migration, "mysql", "mysql", .travels,
      pace: Pace(fullSeconds: 240)),
    DTSRole("arrears-shop", .sync, "mysql", "mysql", .isLocked),
    DTSRole("geo-index-init", .sync, "postgresql", "postgresql", .initializationFails),
    DTSRole("media-meta-move", .migration, "mysql", "polardb", .migrationFails),
    DTSRole("promo-cdc-sub", .subscription, "mysql", "client", .subscriptionBreaks),
    DTSRole("kyc-docs-new", .migration, "mysql", "mysql", .isUnconfigured),
    DTSRole("coupon-ready-同步", .sync, "mysql", "polardb", .precheckPasses),
    DTSRole("ads-log-shrink", .sync, "mysql", "mysql", .isDowngraded),
    DTSRole("push-token-sync", .sync, "mysql", "mysql", .syncFails),
    DTSRole("sku-tree-sync", .sync, "mysql", "mysql", .modificationFails),
    DTSRole("orders-cdc-new", .subscription, "mysql", "client", .subscriptionStarts),
    DTSRole("同城双活-two-way", .sync, "mysql", "mysql", .reverseFails),
    DTSRole("polardbx-shards-sync", .sync, "polardbx", "mysql", .isDistributed),
    DTSRole("clickstream-etl", .sync, "mysql", "adb", .transforms),
    DTSRole("recon-ledger-move", .migration, "mysql", "mysql", .differs),
  ]

  /// What a listing asks of each job, without the rest of its role.
  static func kind(_ index: Int, seed: UInt64) -> DTSJob.Kind {
    guard index >= cast.count else { return cast[index].kind }
    var random = SplitMix64(seed: seed, index: index, purpose: .story)
    return drawKind(&random)
  }

  private static func drawKind(_ random: inout SplitMix64) -> DTSJob.Kind {
    let draw = random.unit()
    return draw < 0.5 ? .migration : draw < 0.95 ? .sync : .subscription
  }

  /// What fills a large fleet: mostly what is over or runs quietly.
  static func extra(_ index: Int, seed: UInt64) -> DTSRole {
    var random = SplitMix64(seed: seed, index: index, purpose: .story)
    let kind = drawKind(&random)
    let name = TableSpace.name(index, &random)
    let story: DTSStory
    var pace = Pace()
    switch kind {
    case .migration:
      story = random.unit() < 0.9 ? .finished : .travels
      if story == .travels {
        pace = Pace(
          fullSeconds: 1_800 + random.unit() * 14_400, offset: random.unit() * 10_000)
      }
    case .sync:
      let unusual: [DTSStory] = [.isPaused, .catchesUp, .isModified, .exceedsEstimate]
      story = random.unit() < 0.9 ? .steady : unusual[Int(random.next() % 4)]
    case .subscription:
      story = .idleSubscription
    }
    let target = kind == .subscription ? "client" : "polardb"
    return DTSRole(name, kind, "mysql", target, story, pace: pace)
  }
}
