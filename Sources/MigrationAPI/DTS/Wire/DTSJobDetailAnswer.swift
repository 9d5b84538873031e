/// The answer of `DescribeDtsJobDetail`: a task without a wrapper, its `Delay` in milliseconds for
/// every kind.
package struct DTSJobDetailAnswer: WireValue, Decodable, Equatable, Sendable {
  package let task: DTSJobEntry
  package let extent: Extent

  package init(from decoder: any Decoder) throws {
    task = try DTSJobEntry(from: decoder)
    extent = try Extent(from: decoder)
  }

  package init?(wire decoder: any Decoder) {
    guard let answer = try? Self(from: decoder) else { return nil }
    self = answer
  }

  /// What only this call tells.
  package struct Extent: WireObject, Equatable, Sendable {
    @Told package var success: Bool?
    /// `Forward` or `Reverse`.
    @Told package var synchronizationDirection: String?
    @Told package var dtsJobDirection: String?
    @Told package var bootTime: String?
    @Told package var finishTime: String?
    /// Made where the objects of a sync are changed.
    @ToldList package var subSyncJob: [DTSJobEntry]?
    /// The parts of a distributed sync.
    @ToldList package var subDistributedJob: [DTSJobEntry]?

    enum CodingKeys: String, CodingKey {
      case success = "Success"
      case synchronizationDirection = "SynchronizationDirection"
      case dtsJobDirection = "DtsJobDirection"
      case bootTime = "BootTime"
      case finishTime = "FinishTime"
      case subSyncJob = "SubSyncJob"
      case subDistributedJob = "SubDistributedJob"
    }
  }

  /// Whether it is about the way back of a two-way sync.
  func isReverse(of reverse: DTSJobEntry?) -> Bool {
    let directions = [extent.synchronizationDirection, extent.dtsJobDirection]
    if directions.contains(where: { $0?.trimmed.lowercased() == "reverse" }) { return true }
    guard let id = task.dtsJobID?.nonEmpty else { return false }
    return id == reverse?.dtsJobID?.nonEmpty
  }
}
