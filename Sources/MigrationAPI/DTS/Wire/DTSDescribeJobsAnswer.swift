/// The answer of `DescribeDtsJobs`.
package struct DTSDescribeJobsAnswer: WireObject, Sendable {
  @Told package var success: Bool?
  @Told package var pageNumber: Int64?
  @Told package var pageRecordCount: Int64?
  @Told package var totalRecordCount: Int64?
  @ToldList package var jobs: [DTSListedJob]?

  enum CodingKeys: String, CodingKey {
    case success = "Success"
    case pageNumber = "PageNumber"
    case pageRecordCount = "PageRecordCount"
    case totalRecordCount = "TotalRecordCount"
    case jobs = "DtsJobList"
  }
}

/// One place of the list, whatever stands there, so that what cannot be read is not lost in
/// silence.
package struct DTSListedJob: WireValue, Sendable {
  /// `nil` if it is not an object.
  package let entry: DTSJobEntry?
  let unknown: UnknownFields

  /// `nil` for a text in place of the list, as an empty one is written in XML.
  package init?(wire decoder: any Decoder) {
    let isInList = decoder.codingPath.last?.intValue != nil
    guard isInList || (try? decoder.container(keyedBy: AnyKey.self)) != nil else { return nil }
    entry = DTSJobEntry(wire: decoder)
    unknown = UnknownFields(decoder, known: DTSJobEntry.knownFields)
  }
}
