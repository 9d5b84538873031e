extension DTSJob {
  /// An element of `DtsJobList` in DescribeDtsJobs.
  func listed(at moment: SimulatedMoment, withObjects: Bool) -> Document {
    let direction = reverse.first.map { $0.listedReverse(at: moment, withObjects: withObjects) }
    return head(at: moment) + ["JobType": .text(kind.rawValue), "OriginType": "DTS"]
      + ["Delay": .number(listedDelay), "RetryState": retry.map { $0.document(jobID: id) }]
      + trouble + (documented?.fields ?? .object([])) + statuses(isSubJob: false)
      + ends(withObjects)
      + resources + consumption(at: moment)
      + [
        "ReverseJob": direction, "TagList": [["TagKey": "env", "TagValue": "demo"]],
        "ResourceGroupId": .text(Self.resourceGroup), "ResourceGroupDisplayName": "demo",
      ]
  }

  static let resourceGroup = "rg-demo0000000001"

  /// The other direction, which has no kind, tags and retries of its own.
  private func listedReverse(at moment: SimulatedMoment, withObjects: Bool) -> Document {
    head(at: moment) + ["Delay": .number(listedDelay)] + trouble + statuses(isSubJob: false)
      + ends(withObjects) + resources
  }

  private func head(at moment: SimulatedMoment) -> Document {
    [
      "DtsJobId": .text(id), "DtsInstanceID": .text(instanceID), "DtsJobName": .text(name),
      "DtsJobClass": .text(instanceClass), "DtsJobDirection": direction.map(Document.text),
      "PayType": isPrepaid ? "PrePaid" : "PostPaid", "Status": .text(status),
      "CreateTime": .text(moment.text(createdAt)),
      "ExpireTime": isPrepaid ? .text(moment.text(createdAt + 400 * 86_400)) : nil,
      "Checkpoint": checkpoint(at: moment).map { .text(String($0)) },
    ]
  }

  private var trouble: Document {
    ["ErrorMessage": .text(error?.message ?? ""), "ErrorDetails": error?.documents ?? []]
  }

  private func ends(_ withObjects: Bool) -> Document {
    [
      "MigrationMode": migrationMode,
      "Performance": performance,
      "SourceEndpoint": source.document, "DestinationEndpoint": target.document,
      "DbObject": withObjects ? objects : nil, "Reserved": "{}",
    ]
  }

  /// Of a dedicated cluster; zeroes and empty texts outside of one.
  private var resources: Document {
    ["CpuUsage": "", "MemUsage": "", "DuUsage": 0, "DedicatedClusterId": ""]
  }

  /// What only a subscription has: from when to when there is data, and how far it is read.
  private func consumption(at moment: SimulatedMoment) -> Document {
    guard kind == .subscription else { return .object([]) }
    return [
      "AppName": "new", "BeginTimestamp": .text(moment.text(moment.elapsed - 86_400)),
      "EndTimestamp": .text(moment.text(moment.elapsed)), "ConsumptionCheckpoint": "",
      "ConsumptionClient": "",
    ]
  }

  var objects: Document { .text(#"{"\#(source.database)":{"all":true}}"#) }

  var isPrepaid: Bool { index % 7 == 3 }

  /// A migration's in milliseconds, all others' in seconds, as the document says. -1 outside of the
  /// incremental phase.
  private var listedDelay: Int64 {
    guard let lagMilliseconds else { return -1 }
    return kind == .migration ? lagMilliseconds : lagMilliseconds / 1_000
  }

  /// Seconds since 1970 up to which changes have been applied.
  func checkpoint(at moment: SimulatedMoment) -> Int64? {
    lagMilliseconds.map { moment.secondsSince1970 - $0 / 1_000 }
  }

  private var migrationMode: Document {
    phaseMode + [
      "FullDataCheck": .flag(step(.verification) != nil),
      "IncDataCheck": .flag(incrementalCheck != nil),
      "StructureDataCheck": .flag(structureCheck != nil), "TimeWindowCheck": false,
    ]
  }

  var phaseMode: Document {
    [
      "StructureInitialization": .flag(step(.schema) != nil),
      "DataInitialization": .flag(step(.full) != nil),
      "DataSynchronization": .flag(step(.write) != nil || step(.capture) != nil),
    ]
  }

  /// Two texts: statements and megabytes a second.
  var performance: Document {
    [
      "Rps": .text(rowsPerSecond.shown(2)), "Flow": .text(megabytesPerSecond.shown(3)),
    ]
  }
}

extension DatabaseSeat {
  /// Without a password: DTS keeps that to itself.
  var document: Document {
    [
      "InstanceType": .text(Self.type), "InstanceID": .text(cloudID),
      "EngineName": .text(engine.uppercased()),
      "Ip": .text(host), "Port": .text(String(port)), "UserName": "dts",
      "DatabaseName": .text(database), "Region": .text(DTSFleet.region), "OracleSID": "",
      "SslSolutionEnum": "DISABLE",
    ]
  }

  /// What kind of place in the cloud a seat of DTS is, and its id there.
  static let type = "CEN"
  var cloudID: String { "cen-\(database)" }
}
