import HTTPTypes
import MigrationSimulator
import Testing

@Suite struct `A scenario that is played` {
  @Test func `Only the stated jobs are there, under their names`() async throws {
    var job = Scenario.Job(story: .dts(.steady))
    job.name = "orders"
    job.kind = .migration
    var scenario = Scenario()
    scenario.cast = [job, Scenario.Job(story: .drs(.guards))]
    let stage = Stage(scenario)
    #expect(try await stage.newest() == nil)
    let jobs = try await stage.dtsJobs()
    #expect(jobs.map { $0["DtsJobName"]?.text } == ["orders"])
    #expect(jobs.map { $0["JobType"]?.text } == ["MIGRATION"])
    let tasks = try await stage.drsJobs()
    #expect(tasks.map { $0["db_use_type"]?.text } == ["cloudDataGuard"])
    let id = try #require(tasks.first?["id"]?.text)
    let detail = try await stage.drs("batch-detail", batch([id])).json()
    #expect(detail["results"]?.elements.first?["name"]?.text == "guards")
  }

  @Test func `More jobs than stated are filled up with the usual ones`() async throws {
    var scenario = Scenario()
    scenario.cast = [Scenario.Job(story: .dts(.redis))]
    scenario.jobs = 24
    let stage = Stage(scenario)
    let dts = try await stage.dtsJobs().compactMap { $0["DtsJobName"]?.text }
    #expect(dts.contains("redis") && dts.contains("crm-customer-迁移"))
    let others = try await stage.rm("/jobs").json().elements.count + stage.drsJobs().count
    #expect(dts.count + others == 24)
  }

  @Test func `A story of each name is played without a default standing in for it`() async throws {
    for service in [Scenario.Service.dts, .drs] {
      var scenario = Scenario()
      scenario.cast = service.storyNames.compactMap { service.story(named: $0) }
        .map { Scenario.Job(story: $0) }
      let stage = Stage(scenario)
      let jobs = service == .dts ? try await stage.dtsJobs() : try await stage.drsJobs()
      let names = jobs.compactMap { ($0["DtsJobName"] ?? $0["name"])?.text }
      #expect(names.sorted() == service.storyNames.sorted())
    }
  }

  @Test func `A fault begins at its time and meets what it matches`() async throws {
    var fault = Scenario.Fault(kind: .expire, after: 30)
    fault.service = .dts
    fault.count = 1
    var scenario = Scenario()
    scenario.faults = [fault, Scenario.Fault(kind: .staleScrape, after: 60)]
    let stage = Stage(scenario)
    let status = { try await stage.dts("DescribeDtsJobs", ["Region": "cn-hangzhou"]).status }
    #expect(try await status() == 200)
    stage.clock.advance(by: 31)
    #expect(try await status() == 403)
    #expect(try await status() == 200)
    let scrape = { try await stage.newest()?["jmxConnectivity"]?["status"]?.text }
    #expect(try await scrape() == "AVAILABLE")
    stage.clock.advance(by: 30)
    #expect(try await scrape() == "UNAVAILABLE")
  }

  @Test func `Each fault is taken by the services that can have it`() async throws {
    let stage = Stage()
    let responders: [(Scenario.Service, ServiceResponder)] = [
      (.relationalMigrator, stage.responders.relationalMigrator), (.dts, stage.responders.dts),
      (.drs, stage.responders.drs),
    ]
    for (service, responder) in responders {
      for kind in FaultKind.allCases {
        let answer = try await stage.send(
          responder, .post, "/_simulator/faults", body: #"{"kind":"\#(kind.rawValue)"}"#)
        #expect(
          answer.status == (service.faultKinds.contains(kind) ? 200 : 400), "\(service) \(kind)")
      }
    }
  }
}

@Suite struct `A literal document` {
  static let odd = #"{"z":1,"id":"odd","a":[{"b":null,"c":-1.5e3}],"ü":"\u00fc\n"}"#

  private static func literal(
    _ story: Scenario.Story, id: String, _ place: Scenario.Literal.Place, _ json: String
  ) throws -> Scenario.Job {
    var job = Scenario.Job(story: story)
    job.id = id
    job.literals = [try Scenario.Literal(place, json: json)]
    return job
  }

  private static func stage(_ jobs: [Scenario.Job]) -> Stage {
    var scenario = Scenario()
    scenario.cast = jobs
    return Stage(scenario)
  }

  @Test func `Relational Migrator serves it in the list and alone`() async throws {
    let stage = Self.stage([
      try Self.literal(.relationalMigrator(.waits), id: "odd", .job, Self.odd),
      Scenario.Job(story: .relationalMigrator(.verified)),
    ])
    let alone = try await stage.rm("/jobs/odd")
    #expect(alone.text == #"{"z":1,"id":"odd","a":[{"b":null,"c":-1500.0}],"ü":"ü\n"}"#)
    let list = try await stage.rm("/jobs").json().elements
    #expect(list.count == 2)
    #expect(try list.first == alone.json())
  }

  @Test func `DTS serves it as the steps, in JSON and in XML`() async throws {
    let stage = Self.stage([
      try Self.literal(.dts(.steady), id: "k2****", .job, #"{"JobSteps":[{"State":"○ Finished"}]}"#)
    ])
    #expect(try await stage.dtsJobs().first?["DtsJobId"]?.text == "k2****")
    let steps = { (accept: String?) in
      try await stage.dts("ListJobStep", ["DtsJobId": "k2****"], accept: accept).text
    }
    #expect(try await steps(nil) == #"{"JobSteps":[{"State":"○ Finished"}]}"#)
    let xml = try await steps("application/xml")
    #expect(xml.contains("<JobSteps><State>○ Finished</State></JobSteps>"))
  }

  @Test func `DRS serves it whole for its own tasks, and in parts among others`() async throws {
    let ids = ["9a470239-2308-4bb5-a6bc-1040402fjb21", "dc67695a-ee3e-49b8-a022-a099bd81jb21"]
    let json = #"{"odd":1,"results":[{"id":"\#(ids[0])","status":"ODD"}]}"#
    let status = #"{"jobs":[{"status":"ODD"}],"count":1}"#
    var first = try Self.literal(.drs(.replicates), id: ids[0], .job, json)
    first.literals.append(try Scenario.Literal(.status, json: status))
    var second = Scenario.Job(story: .drs(.isPaused))
    second.id = ids[1]
    let stage = Self.stage([first, second])
    #expect(try await stage.drs("batch-detail", batch([ids[0]])).text == json)
    #expect(try await stage.drs("batch-status", batch([ids[0]])).text == status)
    let both = try await stage.drs("batch-detail", batch(ids)).json()["results"]?.elements ?? []
    #expect(both.map { $0["status"]?.text } == ["ODD", "PAUSING"])
    let statuses = try await stage.drs("batch-status", batch(ids)).json()["results"]?.elements
    #expect(statuses?.map { $0["status"]?.text } == ["INCRE_TRANSFER_STARTED", "PAUSING"])
  }

  @Test func `It does not open the door`() async throws {
    let id = "9a470239-2308-4bb5-a6bc-1040402fjb21"
    let stage = Self.stage([
      try Self.literal(.drs(.replicates), id: id, .job, #"{"results":[]}"#)
    ])
    #expect(try await stage.drs("batch-detail", batch([id]), secret: "wrong").status == 401)
  }
}
