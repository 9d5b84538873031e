import Foundation
import MigrationAPI
import MigrationModel
import Testing

/// Answers of the service in the order in which they came, one file a situation.
///
/// `ids: a, b` names the tasks to read. Each answer follows a line `> CALL STATUS`, for a listing
/// `> list USE STATUS`; a line `@FILE` stands for that file. Other uses list nothing.
struct DRSRecording: Sendable {
  struct Answer: Sendable {
    /// `list USE`, or the last part of the path.
    let call: String
    let reply: HTTPReply
  }

  let ids: [String]
  let answers: [Answer]

  init(_ file: String) throws {
    var ids: [String] = []
    var parts: [(head: Substring, body: String)] = []
    let text = try Recorded.text("drs", "answers/\(file)")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("ids: ") {
        ids = line.dropFirst(5).split(separator: ",").map { $0.filter { $0 != " " } }
      } else if line.hasPrefix("> ") {
        parts.append((line.dropFirst(2), ""))
      } else if !parts.isEmpty {
        let isFile = line.hasPrefix("@")
        parts[parts.count - 1].body +=
          isFile ? try Recorded.text("drs", String(line.dropFirst())) : line + "\n"
      }
    }
    self.ids = ids
    answers = try parts.map { head, body in
      let words = head.split(separator: " ").map(String.init)
      let status = try #require(words.last.flatMap(Int.init))
      return Answer(
        call: words.dropLast().joined(separator: " "), reply: .json(body, status: status))
    }
  }

  /// The answers of each call in their order; the last one again after it.
  func reply(to call: HTTPCall, after calls: [HTTPCall]) -> HTTPReply {
    let name = Self.name(call)
    let number = calls.count { Self.name($0) == name }
    let mine = answers.filter { $0.call == name }
    guard !mine.isEmpty else { return .json(#"{"total_record":0,"jobs":[],"results":[]}"#) }
    return mine[min(number, mine.count - 1)].reply
  }

  private static func name(_ call: HTTPCall) -> String {
    let last = String(call.path.split(separator: "/").last ?? "")
    guard last == "jobs" else { return last }
    let body = String(decoding: call.body, as: UTF8.self)
    let use = DRS.UseType.allCases.first { body.contains("\"\($0.rawValue)\"") }
    return "list \(use?.rawValue ?? "")"
  }
}

@Suite struct `Recorded answers of DRS` {
  @Test(arguments: Recorded.names("drs", "answers"))
  func `mean what is written beside them`(file: String) async throws {
    let recording = try DRSRecording(file)
    let transport = DRSReplay(recording)
    let provider = try DRSStub.provider(transport)
    var told = Told()
    try await list(provider, into: &told)
    for (call, depth) in Self.order where recording.answers.contains(where: { $0.call == call }) {
      let ids = recording.ids.map { Job.ID(source: "drs", native: $0) }
      told.take(try await provider.read(ids, depth), of: call)
    }
    try expectRecorded(told.text, "drs", "answers/\(file)")
  }

  private static let order: [(String, ReadingDepth)] = [
    ("batch-status", .status), ("batch-progress", .statistics), ("batch-detail", .steps),
    ("batch-rpo-and-rto", .details), ("batch-precheck-result", .details),
  ]

  private func list(_ provider: DRSProvider, into told: inout Told) async throws {
    var listing = try await provider.list(after: nil)
    for job in listing.jobs { told.jobs[job.id.native] = job }
    while let next = listing.next {
      listing = try await provider.list(after: next)
      for job in listing.jobs { told.jobs[job.id.native] = job }
    }
    told.lines += listing.problems.map { "listing: \(Told.text($0))" }
  }

  private struct Told {
    var lines: [String] = []
    var jobs: [String: Job] = [:]

    mutating func take(_ readings: [JobReading], of call: String) {
      for reading in readings {
        switch reading {
        case .job(let job): jobs[job.id.native] = job
        case .missing(let id, let error):
          lines.append("\(call): \(id.native) is missing: \(Self.text(error))")
        case .failed(let id, let error):
          lines.append("\(call): \(id.native) failed: \(Self.text(error))")
        }
      }
    }

    var text: String {
      lines.map { $0 + "\n" }.joined()
        + jobs.sorted { $0.key < $1.key }.map(\.value.dump).joined(separator: "\n")
    }

    static func text(_ error: ProviderError) -> String {
      "\(error.kind) \(error.code ?? "-") \(error.status.map { "\($0)" } ?? "-") \(error.message)"
    }
  }
}

/// Answers from a recording.
private actor DRSReplay: HTTPTransport {
  private let recording: DRSRecording
  private var calls: [HTTPCall] = []

  init(_ recording: DRSRecording) { self.recording = recording }

  func send(_ call: HTTPCall) async throws(ProviderError) -> HTTPReply {
    defer { calls.append(call) }
    return recording.reply(to: call, after: calls)
  }
}
