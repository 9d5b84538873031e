import MigrationAPI
import MigrationModel
import Testing

@Suite struct `What a DTS error repeats of a request` {
  static let told = "Specified signature is not matched with our calculation."
  static let secrets = [
    "k+y/hidden==", "tok+n/STS==", "tok%2Bn%2FSTS%3D%3D", "tok%2bn%2fSTS%3d%3d",
    "tok%252Bn%252FSTS%253D%253D",
  ]

  static func error(_ reply: HTTPReply) async throws -> ProviderError? {
    try await error(of: StubTransport(reply))
  }

  static func error(of transport: StubTransport) async throws -> ProviderError? {
    let keys = DTSFixture.Keys(
      credentials: DTSCredentials(
        accessKeyID: "id", accessKeySecret: Secret(secrets[0]), securityToken: Secret(secrets[1])))
    let provider = DTSProvider(
      configuration: try DTSFixture.configuration(), credentials: keys, transport: transport,
      now: { DTSFixture.time })
    return await #expect(throws: ProviderError.self) { try await provider.list(after: nil) }
  }

  @Test(arguments: [
    "server StringToSign is [ACS3-HMAC-SHA256 ab] server CanonicalRequest is [POST / x:other]",
    "server string to sign is:POST&%2F&AccessKeyId%3Did%26SecurityToken%3Dother",
    "Canonical Request: POST / other", "stringtosign: other", "The SERVER STRING is other",
  ])
  func `what the service signed is cut off`(echo: String) async throws {
    let body = #"{"Code":"SignatureDoesNotMatch","Message":"\#(Self.told) \#(echo)"}"#
    let error = try await Self.error(.json(body, status: 400))
    #expect(error?.kind == .unauthorised)
    #expect(error?.message.hasPrefix(Self.told) == true)
    #expect(error?.message.contains("other") == false)
    #expect(error?.message.contains("POST") == false)
  }

  @Test func `an error that is an echo alone is called by its code`() async throws {
    let error = try await Self.error(
      .json(#"{"Code":"SignatureDoesNotMatch","Message":"StringToSign is [x]"}"#, status: 400))
    #expect(error?.message == "SignatureDoesNotMatch")
  }

  @Test func `the explanation behind an echo stays`() async throws {
    let error = try await Self.error(
      .json(
        #"{"Code":"Odd","Message":"No. StringToSign is [x]","Recommend":"https://api/x"}"#,
        status: 400))
    #expect(error?.message == "No. (https://api/x)")
  }

  @Test(arguments: secrets)
  func `our own secrets never stand in a text`(secret: String) async throws {
    let replies: [HTTPReply] = [
      .json(#"{"Code":"Odd","Message":"before \#(secret) behind"}"#, status: 400),
      .json(#"{"Success":false,"ErrMessage":"%s","DynamicMessage":"x\#(secret)"}"#),
      .xml("<Error><Code>Odd</Code><Message>a:\(secret)</Message></Error>", status: 400),
      .json("the body \(secret)", status: 502), .json("told \(secret) without an end"),
      // The text of a body that is none of the service's is cut after some characters.
      .json(String(repeating: "x", count: 74) + secret, status: 502),
      .json("", status: 302, headers: [HTTPCall.Header("Location", "https://h/?t=\(secret)")]),
    ]
    for reply in replies {
      let message = try #require(try await Self.error(reply)).message
      #expect(!message.contains(secret) && !message.contains(secret.prefix(5)))
    }
    let error = try await Self.error(
      of: StubTransport { _, _ throws(ProviderError) in
        throw ProviderError(.unreachable, message: "no way to /?t=\(secret)")
      })
    #expect(error?.message == "no way to /?t=*****")
  }
}
