import Foundation
import MigrationAPI
import MigrationModel
import Testing

extension MutatedAnswer {
  static func relationalMigrator(_ file: String) throws -> Self {
    let document = try Tree(json: Recorded.text("relational-migrator", file))
    let tree = try Tree.array([document]).multiplied(2, list: [], id: "id")
    return try Self("GET jobs, \(file)", tree, list: nil, id: "id") { text in
      let transport = StubTransport { call, _ in call.name == "GET jobs" ? .json(text) : .json("[]")
      }
      let provider = try `A Relational Migrator source`.provider(transport)
      return Outcome(try await provider.list(after: nil))
    }
  }

  static func dtsList(_ file: String, _ kind: DTSJobType, isXML: Bool = false) throws -> Self {
    let document = try Tree(json: Recorded.text("dts", file))
    let list = try #require(document.path(to: "DtsJobList"))
    let tree = try document.multiplied(2, list: list, id: "DtsJobId")
    let format = isXML ? "XML" : "JSON"
    return try Self(
      "DescribeDtsJobs, \(file) as \(format)", tree, list: "DtsJobList", id: "DtsJobId",
      isXML: isXML
    ) { text in
      let provider = try DTSFixture.provider(
        StubTransport(isXML ? .xml(text) : .json(text)), kinds: [kind]
      ) { $0.format = isXML ? .xml : .json }
      return Outcome(try await provider.list(after: nil))
    }
  }

  static func dtsSteps(isXML: Bool = false) throws -> Self {
    let document = try Tree(json: Recorded.text("dts", "ListJobStep.json"))
    let list = try #require(document.path(to: "JobSteps"))
    let tree = try document.multiplied(3, list: list, id: "JobStepId")
    let format = isXML ? "XML" : "JSON"
    return try Self(
      "ListJobStep as \(format)", tree, list: "JobSteps", id: "JobStepId", isXML: isXML
    ) { text in
      let answer: HTTPReply = isXML ? .xml(text) : .json(text)
      let listing = DTSFixture.list(#"{"DtsJobId":"a","Status":"Migrating"}"#)
      let provider = try DTSFixture.provider(
        StubTransport { call, _ in call.name == "ListJobStep" ? answer : listing }
      ) { $0.format = isXML ? .xml : .json }
      _ = try await provider.list(after: nil)
      return Outcome(stepsOf: try await provider.read([DTSFixture.id("a")], .steps))
    }
  }

  static func relationalMigratorLog() throws -> Self {
    let line = try Tree(
      json: #"""
        {"eventType":"ERROR","message":"m","timestamp":"2026-05-04T09:42:00.123Z","details":"d",
        "stackTrace":["at a","at b"],"locationType":"TABLE","locationName":"crm.users",
        "fieldName":"id","key":{"id":"7"},"errorType":"DuplicateKeyError"}
        """#)
    let tree = try Tree.array([line]).multiplied(4, list: [], id: "message")
    return try Self("GET jobs/{id}/logs", tree, list: nil, id: "message") { text in
      let transport = StubTransport { call, _ in
        call.name == "GET jobs"
          ? .json(#"[{"id":"a","status":"RUNNING"}]"#)
          : call.path.hasSuffix("/logs") ? .json(text) : .json("[]")
      }
      let provider = try `A Relational Migrator source`.provider(transport)
      _ = try await provider.list(after: nil)
      return Outcome(logOf: try await provider.read([Job.ID(source: "rm", native: "a")], .details))
    }
  }

  /// - Parameter row: What the list tells of each task.
  static func drsBatch(
    _ name: String, _ document: Tree, _ depth: ReadingDepth, id: String,
    row: String = #""status":"CREATING""#
  ) throws -> Self {
    let list = try #require(document.path(to: "results"))
    let tree = try document.multiplied(2, list: list, id: id)
    let ids = tree[list].children.indices.map { "part\($0 / 2)x\($0 % 2)" }
    let rows = ids.map { "{\"id\":\"\($0)\",\(row)}" }.joined(separator: ",")
    let page = HTTPReply.json("{\"total_record\":\(ids.count),\"jobs\":[\(rows)]}")
    return try Self("POST \(name)", tree, list: "results", id: id) { text in
      let provider = try DRSStub.provider(
        StubTransport { call, _ in
          call.name == "POST jobs" ? page : .json(text)
        })
      _ = try await provider.list(after: nil)
      let readings = try await provider.read(
        ids.map { Job.ID(source: "drs", native: $0) }, depth)
      return Outcome(readings)
    }
  }

  static func drsList(_ document: Tree) throws -> Self {
    let list = try #require(document.path(to: "jobs"))
    let tree = try document.multiplied(2, list: list, id: "id")
    return try Self("POST jobs", tree, list: "jobs", id: "id") { text in
      let provider = try DRSStub.provider(StubTransport(.json(text)))
      return Outcome(try await provider.list(after: nil))
    }
  }
}
