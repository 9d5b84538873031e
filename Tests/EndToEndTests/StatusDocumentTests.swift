import Foundation
import Testing

/// The JSON is a contract: every key is there in every document, and no other.
@Suite(.timeLimit(.minutes(3))) struct `The JSON of migtop status` {
  private static let keys: [String: String] = [
    "": "schema generatedAt sources jobs",
    "sources": "name service health error lastSuccessAt clockOffsetSeconds callsLastMinute "
      + "callsPerMinute missingJobs",
    "sources.error": "kind code message retryAt",
    "jobs": "source service id name kind state phase nativeStatus stale staleReason stalled "
      + "stalledSince from to createdAt startedAt finishedAt observedAt ageSeconds progress rates "
      + "eta lag failure verification cutover steps attempt notes",
    "jobs.from": "engine address database",
    "jobs.to": "engine address database",
    "jobs.progress": "fraction quality tablesDone tablesTotal rowsDone rowsTotal bytesDone "
      + "bytesTotal processing",
    "jobs.rates": "rowsPerSecond bytesPerSecond eventsLastMinute eventsLastHour",
    "jobs.eta": "lowSeconds highSeconds absent",
    "jobs.lag": "milliseconds kind verdict reason absent measuredAt catchUp backlogEvents "
      + "backlogBytes",
    "jobs.failure": "code message at location duringSetup help",
    "jobs.verification": "state nativeStatus fraction",
    "jobs.cutover": "ready since checks",
    "jobs.cutover.checks": "id verdict evidence",
    "jobs.steps": "id name label code state nativeState phase fraction lagMilliseconds startedAt "
      + "finishedAt note error children",
    "jobs.steps.error": "code message help",
  ]

  @Test func `has every key in every object, and no other`() async throws {
    let simulation = try await Simulation.start()
    let configuration = try Configuration(for: simulation.ready)
    try configuration.setSecret("wrong")
    let broken = try await document(configuration)
    try configuration.setSecret("demo-access-key-secret")
    var seen: Set<String> = []
    for document in [broken, try await document(configuration)] {
      check(document, at: "", &seen)
    }
    #expect(Set(Self.keys.keys).subtracting(seen).isEmpty)
  }

  private func document(_ configuration: Configuration) async throws -> Any {
    let end = try await Program.run(
      "status", "--config", configuration.path, "--output", "json", "--steps", "all")
    return try JSONSerialization.jsonObject(with: Data(end.output.utf8))
  }

  /// Steps have the same keys however deep they are.
  private func check(_ value: Any, at place: String, _ seen: inout Set<String>) {
    for element in value as? [Any] ?? [] { check(element, at: place, &seen) }
    guard let object = value as? [String: Any] else { return }
    seen.insert(place)
    let expected = Self.keys[place]?.split(separator: " ").map(String.init) ?? []
    #expect(Set(object.keys) == Set(expected), "in \(place)")
    for (key, value) in object {
      let path = key == "children" ? place : place.isEmpty ? key : "\(place).\(key)"
      check(value, at: path, &seen)
    }
  }
}
