import Foundation
import MigrationModel
import Testing

extension ProviderContractTests {
  @Test(arguments: Client.allCases)
  func `no figure stands for an absent one`(_ client: Client) async throws {
    try await Stage.with(client) { stage in
      let jobs = try await stage.everything()
      for job in jobs {
        #expect((job.lag.value ?? .zero) >= .zero, "\(job.name)")
        #expect(job.figures.allSatisfy { $0 >= 0 }, "\(job.name): \(job.figures)")
        let total = [job.progress.rows.total, job.progress.bytes.total, job.progress.tables.total]
        #expect(!total.contains(0), "\(job.name): a total that is not known is absent")
        let bound = job.progress.quality == .exceeded ? Double.infinity : 1
        #expect((job.progress.fraction ?? 0) <= bound, "\(job.name)")
        #expect(job.allSteps.allSatisfy { (0...1).contains($0.fraction ?? 0) }, "\(job.name)")
        #expect(job.allSteps.allSatisfy { ($0.lag.value ?? .zero) >= .zero }, "\(job.name)")
      }
      // The cast has jobs that replicate and jobs that do not.
      #expect(jobs.contains { $0.lag.value == nil })
      #expect(jobs.contains { $0.progress.fraction != nil })
    }
  }

  @Test(arguments: Client.allCases)
  func `times are in order and not of the future`(_ client: Client) async throws {
    let beginning = Date()
    try await Stage.with(client) { stage in
      let jobs = try await stage.everything()
      for job in jobs {
        let times = [job.createdAt, job.startedAt, job.finishedAt].compactMap { $0 }
        #expect(times == times.sorted(), "\(job.name)")
        #expect((times + job.stepTimes).allSatisfy { $0 > .year2020 && $0 < .soon }, "\(job.name)")
        #expect(job.observedAt >= beginning && job.observedAt <= Date(), "\(job.name)")
      }
      #expect(jobs.contains { $0.startedAt != nil })
    }
  }

  @Test(arguments: Client.allCases)
  func `no text holds a secret or moves a cursor`(_ client: Client) async throws {
    try await Stage.with(client) { stage in
      let texts = try await stage.everything().flatMap { Self.texts(in: $0) }
      let harmful = texts.filter { text in
        text.contains("demo-endpoint-password") || text.contains("demo-secret")
          || !text.unicodeScalars.allSatisfy { "\n\t".unicodeScalars.contains($0) || $0.isHarmless }
      }
      #expect(harmful.isEmpty)
      guard client.service == .drs else { return }
      // They really were in the answers.
      #expect(stage.transport.answers.contains { $0.contains("demo-endpoint-password") })
      #expect(
        texts.contains { $0.contains("␛[31m") && $0.contains("␍") && $0.contains("<U+202E>") })
    }
  }

  /// Every text inside a value, however deep.
  private static func texts(in value: Any) -> [String] {
    if let text = value as? String { return [text] }
    return Mirror(reflecting: value).children.flatMap { texts(in: $0.value) }
  }
}

extension Job {
  fileprivate var allSteps: [Step] { Self.flat(steps) }

  private static func flat(_ steps: [Step]) -> [Step] {
    steps.flatMap { [$0] + flat($0.children) }
  }

  fileprivate var stepTimes: [Date] {
    allSteps.flatMap { [$0.startedAt, $0.finishedAt].compactMap { $0 } }
  }

  /// All counters, rates and fractions that are there.
  fileprivate var figures: [Double] {
    let counts = [progress.tables, progress.rows, progress.bytes].flatMap { [$0.done, $0.total] }
    let windows = [throughput.eventsLastMinute, throughput.eventsLastHour]
    let rates = [throughput.rowsPerSecond, throughput.bytesPerSecond]
    return (counts + windows).compactMap { $0.map(Double.init) }
      + (rates + [progress.fraction, verification?.fraction]).compactMap { $0 }
  }
}

extension Date {
  fileprivate static let year2020 = Date(timeIntervalSince1970: 1_577_836_800)
  /// A minute for clocks that differ.
  fileprivate static var soon: Date { Date(timeIntervalSinceNow: 60) }
}

extension Unicode.Scalar {
  /// Neither a control nor a format character, bidi overrides and zero widths among them.
  fileprivate var isHarmless: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
