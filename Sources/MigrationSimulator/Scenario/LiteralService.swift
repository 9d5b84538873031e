import struct FoundationEssentials.Data
import class FoundationEssentials.JSONDecoder

/// A played service in which some documents are replaced by literal ones. Who may call, and what
/// goes wrong, stays its own.
struct LiteralService: PlayedService {
  private let service: any PlayedService
  private let name: Scenario.Service
  private let literals: [LiteralOfJob]

  init(_ service: any PlayedService, _ name: Scenario.Service, _ literals: [LiteralOfJob]) {
    self.service = service
    self.name = name
    self.literals = literals
  }

  var faultKinds: Set<FaultKind> { service.faultKinds }

  func action(of call: ReceivedCall) -> String? { service.action(of: call) }

  func refusal(of call: ReceivedCall, at moment: SimulatedMoment) -> Refusal? {
    service.refusal(of: call, at: moment)
  }

  func reply(in trouble: Fault, to call: ReceivedCall, at moment: SimulatedMoment) -> Reply? {
    service.reply(in: trouble, to: call, at: moment)
  }

  func reply(to call: ReceivedCall, at moment: SimulatedMoment) -> Reply {
    let reply = service.reply(to: call, at: moment)
    guard reply.status == 200 else { return reply }
    return switch name {
    case .relationalMigrator: ofRelationalMigrator(reply, call)
    case .dts: ofDTS(reply, call)
    case .drs: ofDRS(reply, call)
    }
  }

  private func document(_ id: String, _ place: Scenario.Literal.Place) -> Document? {
    literals.first { $0.id == id && $0.literal.place == place }?.literal.document
  }

  /// The job alone, and as an element of the list.
  private func ofRelationalMigrator(_ reply: Reply, _ call: ReceivedCall) -> Reply {
    guard call.path.contains("/jobs"), !call.path.hasSuffix("/logs"),
      let played = try? Document(json: reply.body)
    else { return reply }
    let literal = { (job: Document) in job.text("id").flatMap { document($0, .job) } ?? job }
    guard case .array(let jobs) = played else { return .json(literal(played)) }
    return .json(.array(jobs.map(literal)))
  }

  private func ofDTS(_ reply: Reply, _ call: ReceivedCall) -> Reply {
    guard action(of: call) == "ListJobStep", let id = call.parameter("DtsJobId"),
      let document = document(id, .job)
    else { return reply }
    return (DTSFormat(call) ?? .json).reply("ListJobStep", document)
  }

  private func ofDRS(_ reply: Reply, _ call: ReceivedCall) -> Reply {
    let places = ["batch-detail": Scenario.Literal.Place.job, "batch-status": .status]
    guard let operation = call.path.split(separator: "/").last,
      let place = places[String(operation)],
      let request = try? JSONDecoder().decode(DRSBatchRequest.self, from: Data(call.body)),
      let played = try? Document(json: reply.body)
    else { return reply }
    var reply = reply
    reply.body = (whole(request.jobs ?? [], place) ?? replacing(in: played, place)).json
    return reply
  }

  /// The document itself where it is the answer for exactly the tasks that are asked for, in
  /// their order, as the service's own examples are.
  private func whole(_ ids: [String], _ place: Scenario.Literal.Place) -> Document? {
    guard let id = ids.first, let document = document(id, place),
      document.results != nil || document.element("jobs") != nil
    else { return nil }
    let owners = literals.filter {
      $0.literal.place == place && $0.literal.document == document
    }
    return ids == owners.map(\.id) ? document : nil
  }

  /// Each result for which there is a literal one.
  private func replacing(in answer: Document, _ place: Scenario.Literal.Place) -> Document {
    guard case .object(let fields) = answer else { return answer }
    return .object(
      fields.map { field in
        guard field.name == "results", case .array(let results) = field.value else { return field }
        return Document.Field(name: field.name, value: .array(results.map { literal($0, place) }))
      })
  }

  private func literal(_ result: Document, _ place: Scenario.Literal.Place) -> Document {
    guard let id = result.text("id"), let document = document(id, place) else { return result }
    if document.text("id") == id { return document }
    return document.results?.first { $0.text("id") == id } ?? result
  }
}

extension Document {
  fileprivate func element(_ name: String) -> Document? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }

  fileprivate func text(_ name: String) -> String? {
    guard case .text(let text)? = element(name) else { return nil }
    return text
  }

  fileprivate var results: [Document]? {
    guard case .array(let results)? = element("results") else { return nil }
    return results
  }
}
