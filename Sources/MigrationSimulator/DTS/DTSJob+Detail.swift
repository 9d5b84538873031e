extension DTSJob {
  /// The flat answer of DescribeDtsJobDetail.
  func detail(at moment: SimulatedMoment, withHistory: Bool) -> Document {
    let running = changes.filter { $0.finishedAt == nil }
    let shown = withHistory ? changes : Array((running.isEmpty ? changes : running).prefix(1))
    return detailHead(at: moment) + detailFigures(at: moment) + [
      "RetryState": retry.map { $0.document(jobID: id) },
      "MigrationMode": detailMode,
      "SourceEndpoint": source.detailDocument, "DestinationEndpoint": target.detailDocument,
      "DbObject": objects, "DbObjectSize": 24, "Reserved": "{}",
      "SubSyncJob": .array(shown.map { $0.subDetail(type: "subSync", at: moment) }),
      // Not an empty list: `null` is what the document promises for a job that is not distributed.
      "SubDistributedJob": shards.isEmpty
        ? .null : .array(shards.map { $0.subDetail(type: "sync", at: moment) }),
    ]
  }

  private func detailHead(at moment: SimulatedMoment) -> Document {
    [
      "DtsJobId": .text(id), "DtsInstanceID": .text(instanceID), "DtsJobName": .text(name),
      "DtsJobClass": .text(instanceClass), "DtsJobDirection": direction.map(Document.text),
      "SynchronizationDirection": direction.map(Document.text), "JobType": .text(detailType),
      "PayType": isPrepaid ? "PrePaid" : "PostPaid", "DtsBisLabel": "normal", "DemoJob": false,
      // The one word that is spelled otherwise than in the listing.
      "Status": .text(status == "Synchronizing" ? "synchronizing" : status),
      // A number here, and a text in ListJobStep.
      "Code": 200,
      "CreateTime": .text(moment.text(createdAt)),
      "BootTime": hasBegun ? .text(moment.text(createdAt + 60)) : nil,
      "FinishTime": moment.text(finishedAt).map(Document.text),
      "LastUpdateTime": .text(moment.text(max(createdAt, moment.elapsed - 3))),
    ]
  }

  private func detailFigures(at moment: SimulatedMoment) -> Document {
    [
      // Milliseconds for every kind, and a checkpoint that is a number.
      "Delay": .number(lagMilliseconds ?? -1),
      "Checkpoint": checkpoint(at: moment).map(Document.number),
      "ErrorMessage": .text(error?.message ?? ""),
      "DataSynchronizationStatus": synchronization(progress: speed),
    ]
  }

  /// An element of `SubSyncJob` or `SubDistributedJob`: a job nearly as in the listing, but with a
  /// delay in milliseconds.
  private func subDetail(type: String, at moment: SimulatedMoment) -> Document {
    let head: Document = [
      "DtsJobId": .text(id), "DtsInstanceID": .text(instanceID), "DtsJobName": .text(name),
      "DtsJobClass": .text(instanceClass), "JobType": .text(type), "PayType": "PostPaid",
      "Status": .text(status), "CreateTime": .text(moment.text(createdAt)),
      "FinishTime": moment.text(finishedAt).map(Document.text), "IsDemoJob": false,
      "Delay": .number(lagMilliseconds ?? -1),
      "Checkpoint": checkpoint(at: moment).map { .text(String($0)) },
      "ErrorMessage": .text(error?.message ?? ""),
      "RetryState": retry.map { $0.document(jobID: id, isInSubJob: true) },
    ]
    return head + statuses(isSubJob: true) + [
      "MigrationMode": detailMode, "Performance": performance,
      "SourceEndpoint": source.document, "DestinationEndpoint": target.document,
      "DbObject": objects, "SubSyncJob": [],
    ]
  }

  /// Here the comparisons of the data do not count as phases, and ETL does.
  private var detailMode: Document {
    phaseMode + ["DataExtractTransformLoad": .flag(step(.etl) != nil)]
  }

  private var detailType: String {
    switch kind {
    case .migration: "online"
    case .sync: "sync"
    case .subscription: "subscribe"
    }
  }

  private var hasBegun: Bool { steps.contains { $0.startedAt != nil } }

  /// The answer of ListJobStep.
  func stepListing(at moment: SimulatedMoment) -> Document {
    [
      "Code": "200", "UseV2API": true,
      "JobSteps": .array(
        steps.enumerated().map { index, step in
          step.document(serial: index + 1, createdAt: createdAt, at: moment)
        }),
    ]
  }
}

extension DatabaseSeat {
  fileprivate var detailDocument: Document {
    document + ["AliyunUid": "", "RoleName": "", "CanModifyPassword": true]
  }
}
