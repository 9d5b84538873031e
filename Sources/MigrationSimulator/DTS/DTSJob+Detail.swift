extension DTSJob {
  /// The flat answer of DescribeDtsJobDetail.
  func detail(at moment: SimulatedMoment) -> Document {
    let head: Document = [
      "DtsJobId": .text(id), "DtsInstanceID": .text("dts\(id)"), "DtsJobName": .text(name),
      "DtsJobClass": .text(instanceClass), "PayType": "PostPaid",
      // The one word that is spelled otherwise than in the listing.
      "Status": .text(status == "Synchronizing" ? "synchronizing" : status),
      // A number here, and a text in ListJobStep.
      "Code": 200,
      "CreateTime": .text(moment.text(createdAt)), "BootTime": .text(moment.text(createdAt + 60)),
      "FinishTime": moment.text(finishedAt).map(Document.text),
      "LastUpdateTime": .text(moment.text(max(createdAt, moment.elapsed - 3))),
    ]
    return head + [
      // Milliseconds for every kind, and a checkpoint that is a number.
      "Delay": .number(lagMilliseconds ?? -1),
      "Checkpoint": checkpoint(at: moment).map(Document.number),
      "ErrorMessage": .text(error?.message ?? ""), "ErrorDetails": error?.documents ?? [],
      "DataSynchronizationStatus": synchronization(
        progress: "\(rowsPerSecond.shown(2))RPS/(\(megabytesPerSecond.shown(3))MB/s)"),
      "RetryState": retry?.document,
      "MigrationMode": migrationMode + ["DataExtractTransformLoad": false],
      "SourceEndpoint": source.document, "DestinationEndpoint": target.document,
      "SubSyncJob": [], "SubDistributedJob": [],
    ]
  }

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
