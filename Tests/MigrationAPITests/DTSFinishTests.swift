import Foundation
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `The end of a DTS task` {
  static func step(_ code: String, _ state: String, _ end: String? = nil) -> String {
    let finish = end.map { #","FinishTime":"2025-01-02T\#($0):00Z""# } ?? ""
    return #"""
      {"Code":"\#(code)","Serial":\#(code),"State":"\#(state)",
       "BootTime":"2025-01-02T00:00:00Z"\#(finish)}
      """#.replacing(#""Serial":0"#, with: #""Serial":"#)
  }

  static func end(_ status: String, _ steps: String..., fields: String = "") async throws -> Date? {
    try await DTSFixture.job(
      #"{"DtsJobId":"a","Status":"\#(status)"\#(fields)}"#,
      steps: DTSFixture.steps(steps.joined(separator: ","))
    ).finishedAt
  }

  static func date(_ time: String) -> Date? {
    try? Date("2025-01-02T\(time):00Z", strategy: .iso8601)
  }

  @Test func `of a failed one is that of the step that failed`() async throws {
    let first = Self.step("01", "Finished", "00:01")
    #expect(try await Self.end("MigrationFailed", first, Self.step("03", "Failed")) == nil)
    #expect(
      try await Self.end("MigrationFailed", first, Self.step("03", "Failed", "00:09"))
        == Self.date("00:09"))
    #expect(
      try await Self.end(
        "MigrationFailed", Self.step("01", "Finished", "00:30"), Self.step("03", "Failed", "00:09"))
        == Self.date("00:09"))
    #expect(try await Self.end("MigrationFailed", first, Self.step("03", "Running")) == nil)
  }

  @Test func `of a finished one is that of its last step`() async throws {
    let first = Self.step("01", "Finished", "00:01")
    #expect(try await Self.end("Finished", first, Self.step("03", "Finished")) == nil)
    #expect(
      try await Self.end("Finished", Self.step("03", "Finished", "00:20"), first)
        == Self.date("00:20"))
    #expect(
      try await Self.end(
        "Finished", first, Self.step("03", "Finished", "00:20"), Self.step("04", "NotStarted"))
        == Self.date("00:20"))
  }

  @Test func `is not told by a step that ended before it began`() async throws {
    let odd = Self.step("03", "Failed", "00:09").replacing("T00:00:00Z", with: "T08:00:00Z")
    #expect(try await Self.end("MigrationFailed", odd) == nil)
  }

  @Test func `is not told while the task runs`() async throws {
    #expect(try await Self.end("Migrating", Self.step("01", "Finished", "00:01")) == nil)
  }

  @Test func `stays while the task stays, and is not taken from an earlier state`() async throws {
    let clock = DTSFixture.Clock()
    let finished = DTSFixture.list(#"{"DtsJobId":"a","Status":"Finished"}"#)
    let provider = try DTSFixture.provider(
      StubTransport(
        finished, DTSFixture.steps(Self.step("03", "Finished", "00:20")), finished,
        DTSFixture.list(#"{"DtsJobId":"a","Status":"MigrationFailed"}"#)), clock: clock)
    _ = try await provider.list(after: nil)
    _ = try await provider.read([DTSFixture.id("a")], .steps)
    clock.advance(by: 3_600)
    #expect(try await provider.list(after: nil).jobs.first?.finishedAt == Self.date("00:20"))
    #expect(try await provider.list(after: nil).jobs.first?.finishedAt == nil)
  }
}
