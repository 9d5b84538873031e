import MigrationAPI
import MigrationModel
import Testing

@Suite struct `A refused DTS key` {
  static func reply(
    _ code: String = "InvalidTimeStamp.Expired", date: String = "03:04:05"
  ) -> HTTPReply {
    .json(
      #"{"Code":"\#(code)","Message":"no"}"#, status: 400,
      headers: [HTTPCall.Header("Date", "Thu, 02 Jan 2025 \(date) GMT")])
  }

  /// What a caller does: it lists, reads the keys anew, and lists once more.
  static func requests(
    _ answer: @escaping StubTransport.Answer
  ) async throws -> (errors: [ProviderError], count: Int) {
    let transport = StubTransport(answer: answer)
    let provider = try DTSFixture.provider(transport)
    // So that they are known, and are the same when they are read anew.
    _ = try await provider.renewCredentials()
    var errors: [ProviderError] = []
    for _ in 0..<2 {
      do { _ = try await provider.list(after: nil) } catch { errors.append(error) }
      _ = try await provider.renewCredentials()
    }
    return (errors, await transport.calls.count)
  }

  @Test(arguments: [
    ("InvalidTimeStamp.Expired", "03:04:05"), ("InvalidTimeStamp.Expired", "03:04:55"),
    ("InvalidTimeStamp.Expired", "04:04:05"), ("SignatureDoesNotMatch", "04:04:05"),
  ])
  func `is refused twice before silence`(code: String, date: String) async throws {
    let (errors, count) = try await Self.requests { _, _ in Self.reply(code, date: date) }
    #expect(errors.map(\.kind) == [.unauthorised, .unauthorised])
    #expect(errors.map(\.code) == [code, code])
    #expect(count == 2)
  }

  @Test func `is not tried again at once by a clock that is like ours`() async throws {
    let transport = StubTransport { _, _ in Self.reply(date: "03:04:50") }
    let provider = try DTSFixture.provider(transport)
    await #expect(throws: ProviderError.self) { try await provider.list(after: nil) }
    #expect(await transport.calls.count == 1)
  }

  @Test func `counts anew after an answer`() async throws {
    let transport = StubTransport { _, number in
      number == 1 ? DTSFixture.list() : Self.reply(date: number == 0 ? "03:04:05" : "04:04:05")
    }
    let provider = try DTSFixture.provider(transport)
    for _ in 0..<3 { _ = try? await provider.list(after: nil) }
    #expect(await transport.calls.count == 4)
  }

  @Test func `is asked for again by whoever asks after the silence`() async throws {
    let transport = StubTransport { _, _ in Self.reply(date: "04:04:05") }
    let provider = try DTSFixture.provider(transport)
    for _ in 0..<3 { _ = try? await provider.list(after: nil) }
    #expect(await transport.calls.count == 3)
  }

  @Test func `counts anew when the key is another one`() async throws {
    let transport = StubTransport { _, _ in Self.reply(date: "04:04:05") }
    let provider = DTSProvider(
      configuration: try DTSFixture.configuration(), credentials: Rotating(), transport: transport,
      now: { DTSFixture.time })
    _ = try? await provider.list(after: nil)
    #expect(try await provider.renewCredentials())
    // The clock is known by now, so that there is no second try.
    _ = try? await provider.list(after: nil)
    #expect(await transport.calls.count == 3)
  }

  /// Another key each time.
  private actor Rotating: SecretStore {
    private var count = 0

    func read() async throws(ProviderError) -> DTSCredentials {
      count += 1
      return DTSCredentials(accessKeyID: "key\(count)", accessKeySecret: Secret("secret\(count)"))
    }
  }

  @Test(arguments: ["signaturenonceused", "SIGNATURENONCEUSED.Again"])
  func `is another thing than a used nonce, however that is spelled`(code: String) async throws {
    let transport = StubTransport(Self.reply(code), DTSFixture.list())
    _ = try await DTSFixture.provider(transport).list(after: nil)
    #expect(await transport.calls.count == 2)
  }
}
