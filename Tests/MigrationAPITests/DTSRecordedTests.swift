import CustomDump
import Foundation
import MigrationAPI
import MigrationModel
import Testing

/// Each folder holds the answers about one task: `list`, and what more was asked for.
@Suite struct `Recorded DTS tasks` {
  static let cases = Recorded.names("dts", "jobs")

  static func files(_ name: String) -> [String] { Recorded.names("dts", "jobs/\(name)") }

  /// The file that answers a call.
  static func file(for call: HTTPCall) -> String {
    switch call.name {
    case "DescribeDtsJobs": "list"
    case "ListJobStep": "steps"
    case "DescribePreCheckStatus": "checks-\(call.parameters["JobCode"] ?? "")"
    default: call.parameters["SynchronizationDirection"] == nil ? "detail" : "reverse"
    }
  }

  /// The task after all that its folder answers was read, of the kind with which the name begins.
  static func job(_ name: String, _ format: DTSConfiguration.Format) async throws -> Job {
    let kind = try #require(DTSJobType.allCases.first { name.hasPrefix($0.rawValue) })
    let transport = StubTransport { call, _ throws(ProviderError) in
      let file = "jobs/\(name)/\(file(for: call)).\(format.rawValue)"
      guard let text = try? Recorded.text("dts", file) else {
        throw ProviderError(.unreachable, message: "no \(file)")
      }
      return format == .xml ? .xml(text) : .json(text)
    }
    let provider = try DTSFixture.provider(transport, kinds: [kind]) { $0.format = format }
    var job = try #require(try await provider.list(after: nil).jobs.first)
    for depth in [ReadingDepth.steps, .details] {
      if depth == .steps, !files(name).contains("steps.\(format.rawValue)") { continue }
      if depth == .details, job.details == .nothing { continue }
      guard case .job(let read) = try await provider.read([job.id], depth).first else {
        throw CocoaError(.fileReadUnknown)
      }
      job = read
    }
    return job
  }

  @Test(arguments: cases) func `a recorded task means what stands beside it`(name: String)
    async throws
  {
    try expectRecorded(try await Self.job(name, .json).dump, "dts", "jobs/\(name)")
  }

  @Test(arguments: cases.filter { files($0).contains("list.xml") })
  func `a task in XML is the same as in JSON`(name: String) async throws {
    let (xml, json) = (try await Self.job(name, .xml), try await Self.job(name, .json))
    expectNoDifference(xml, json)
  }
}
