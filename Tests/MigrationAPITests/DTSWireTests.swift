import CustomDump
import Foundation
import MigrationAPI
import Testing

/// The service's own sample of `ListJobStep`, with its contradictions.
@Suite struct `DTS wire types` {
  static func answer<Value: Decodable>(_ type: Value.Type, _ file: String) throws -> Value {
    var bytes = Array(try Recorded.text("dts", file).utf8)
    if file.hasSuffix(".xml") { bytes = try #require(XMLNode.json(fromXML: bytes)) }
    return try JSONDecoder().decode(type, from: Data(bytes))
  }

  static func sampleStep() throws -> DTSStepEntry {
    try #require(try answer(DTSListJobStepAnswer.self, "ListJobStep.json").jobSteps?.first)
  }

  @Test func `the sample's envelope is read`() throws {
    let answer = try Self.answer(DTSListJobStepAnswer.self, "ListJobStep.json")
    #expect(answer.success == true)
    #expect(answer.httpStatusCode == 200)
    #expect(answer.requestID == "621BB4F8-3016-4FAA-8D5A-5D3163CC****")
    #expect(answer.code == "200")
    #expect(answer.usesV2API == true)
    #expect(answer.jobSteps?.count == 1)
  }

  @Test func `every value of the sample's step is read`() throws {
    let step = try Self.sampleStep()
    #expect(step.jobStepID == "l02c1f7h179****")
    #expect(step.jobStepName == "预检查")
    #expect(step.code == "01")
    #expect(step.serial == 1)
    #expect(step.progress == 100)
    #expect(step.subJobCount == 1)
    #expect(step.incLatencySeconds == -1)
    #expect(step.incLatencyMilliseconds == 1)
    #expect(step.state == "○ Finished")
    #expect(step.errMsg == "fullcheck find different records : 2372")
    #expect(step.errorDetails?.map(\.errorCode) == ["200"])
    #expect(step.errorDetails?.map(\.helpURL) == ["****"])
    #expect(step.createTime == "2023-11-28T17:13:51Z")
    #expect(step.bootTime == "2024-04-11T09:33:23Z")
    #expect(step.finishTime == "2024-03-15T02:15:14Z")
    #expect(step.modifyTime == "2025-01-03T02:26:14Z")
    #expect(step.needAcceleration == true)
    #expect(step.redisPhaseType == nil)
    #expect(step.subJobSteps?.count == 1)
  }

  @Test func `every value of the sample's sub-step is read`() throws {
    let step = try #require(try Self.sampleStep().subJobSteps?.first)
    #expect(step.jobStepID == "mj3z9w9s10am68o_0004_0000")
    #expect(step.jobStepName == "test")
    #expect(step.code == "03")
    #expect(step.serial == 123)
    #expect(step.progress == 0)
    #expect(step.subJobCount == nil)
    #expect(step.incLatencySeconds == 1)
    #expect(step.incLatencyMilliseconds == 1)
    #expect(step.state == "running")
    #expect(step.errMsg == "UncaughtException:java.lang.NullPointerException")
    #expect(step.errorDetails?.map(\.errorCode) == ["Success"])
    #expect(step.errorDetails?.map(\.helpURL) == ["****"])
    #expect(step.createTime == "2024-09-20T02:13:12Z")
    #expect(step.bootTime == "2025-01-02T02:00:21Z")
    #expect(step.finishTime == "2024-03-15T02:15:14Z")
    #expect(step.modifyTime == "2024-08-22T02:04:35Z")
    #expect(step.needAcceleration == true)
    #expect(step.redisPhaseType == nil)
    #expect(step.subJobSteps == nil)
  }

  @Test func `XML and JSON of the steps are equal values`() throws {
    expectNoDifference(
      try Self.answer(DTSListJobStepAnswer.self, "ListJobStep.xml"),
      try Self.answer(DTSListJobStepAnswer.self, "ListJobStep.json"))
  }

  @Test func `XML and JSON of the list are equal values`() throws {
    let xml = try Self.answer(DTSDescribeJobsAnswer.self, "DescribeDtsJobs.migration.xml")
    let json = try Self.answer(DTSDescribeJobsAnswer.self, "DescribeDtsJobs.migration.json")
    #expect(json.jobs?.first?.entry?.delay == -1)
    expectNoDifference(xml.jobs?.map(\.entry), json.jobs?.map(\.entry))
    #expect(xml.totalRecordCount == 1)
  }

  @Test func `several elements of one name are a list in XML`() throws {
    let xml = """
      <R><JobSteps><Code>01</Code><Serial>1</Serial></JobSteps>
      <JobSteps><Code>02</Code><ErrMsg><![CDATA[a < b]]></ErrMsg></JobSteps></R>
      """
    let json = try #require(XMLNode.json(fromXML: Array(xml.utf8)))
    let answer = try JSONDecoder().decode(DTSListJobStepAnswer.self, from: Data(json))
    #expect(answer.jobSteps?.map(\.code) == ["01", "02"])
    #expect(answer.jobSteps?.map(\.serial) == [1, nil])
    #expect(answer.jobSteps?.last?.errMsg == "a < b")
  }

  @Test func `text that is no XML or no element is refused`() {
    #expect(XMLNode.json(fromXML: Array("<a><b>".utf8)) == nil)
    #expect(XMLNode.json(fromXML: Array("<a>text</a>".utf8)) == nil)
    #expect(XMLNode.json(fromXML: Array("busy".utf8)) == nil)
  }
}
