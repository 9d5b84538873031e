import MigrationAPI
import MigrationModel
import Testing

@Suite struct `DTS errors` {
  static func error(_ replies: HTTPReply...) async throws -> ProviderError? {
    let transport = StubTransport { _, number throws(ProviderError) in
      replies[min(number, replies.count - 1)]
    }
    let provider = try DTSFixture.provider(transport)
    do {
      _ = try await provider.list(after: nil)
      return nil
    } catch {
      return error
    }
  }

  static func body(_ code: String) -> String {
    #"{"RequestId":"R1","HostId":"dts.aliyuncs.com","Code":"\#(code)","Message":"Told so."}"#
  }

  @Test(arguments: [
    (400, "Throttling.User", ProviderError.Kind.throttled), (400, "Throttling", .throttled),
    (400, "DTS.Msg.Throttling.User", .throttled),
    (404, "InvalidAccessKeyId.NotFound", .unauthorised),
    (400, "InvalidAccessKeyId.Inactive", .unauthorised),
    (400, "SignatureDoesNotMatch", .unauthorised),
    (403, "InvalidSecurityToken.Expired", .unauthorised),
    (400, "MissingSecurityToken", .unauthorised), (400, "IncompleteSignature", .unauthorised),
    (400, "InvalidTimeStamp.Expired", .unauthorised), (500, "ServiceUnavailable", .unavailable),
    (503, "Odd", .unavailable), (403, "NoPermission", .rejected), (403, "Forbidden.RAM", .rejected),
    (404, "InvalidAction.NotFound", .rejected), (400, "MissingRegion", .rejected),
  ]) func `a code has its kind`(status: Int, code: String, kind: ProviderError.Kind) async throws {
    let expected = ProviderError(
      kind, code: code, message: "Told so.", status: status, call: "DescribeDtsJobs",
      requestID: "R1")
    #expect(try await Self.error(.json(Self.body(code), status: status)) == expected)
  }

  @Test func `an error in XML is read whatever was asked for`() async throws {
    let error = try await Self.error(
      .xml(
        """
        <?xml version='1.0'?><Error><RequestId>R2</RequestId><HostId>h</HostId>
        <Code>Throttling.User</Code><Message>Request was denied.</Message></Error>
        """, status: 400, headers: [HTTPCall.Header("Retry-After", "7")]))
    #expect(error?.kind == .throttled)
    #expect(error?.message == "Request was denied.")
    #expect(error?.requestID == "R2")
    #expect(error?.retryAfter == .seconds(7))
  }

  @Test func `the service's own wait counts milliseconds`() async throws {
    let error = try await Self.error(
      .json(
        Self.body("Throttling"), status: 429,
        headers: [
          HTTPCall.Header("x-acs-retry-after", "2500"), HTTPCall.Header("Retry-After", "9"),
        ]))
    #expect(error?.retryAfter == .milliseconds(2_500))
  }

  @Test(
    arguments: [
      ("Thu, 02 Jan 2025 03:04:35 GMT", "Thu, 02 Jan 2025 03:03:50 GMT", 45),
      ("Thu, 02 Jan 2025 03:04:35 GMT", nil, 30), ("Thu, 02 Jan 2025 03:00:00 GMT", nil, 0),
      ("Thu, 02 Jan 2031 03:00:00 GMT", nil, 86_400), ("soon", nil, nil), ("-1", nil, nil),
    ] as [(String, String?, Int?)])
  func `a date to wait for is counted from the answer`(
    end: String, date: String?, seconds: Int?
  ) async throws {
    let dates = date.map { [HTTPCall.Header("Date", $0)] } ?? []
    let error = try await Self.error(
      .json(
        Self.body("Throttling"), status: 429,
        headers: [HTTPCall.Header("Retry-After", end)] + dates))
    #expect(error?.retryAfter == seconds.map { .seconds($0) })
  }

  @Test func `a failure inside a success is a failure`() async throws {
    let error = try await Self.error(
      .json(
        #"""
        {"Success":false,"RequestId":"R3","ErrCode":"DTS.Msg.Throttling.User",
         "ErrMessage":"Request %s was denied\n due to %s","DynamicMessage":"x"}
        """#))
    #expect(error?.kind == .throttled)
    #expect(error?.message == "Request x was denied due to x")
    #expect(error?.status == 200)
  }

  @Test(arguments: [#"{"Success":false}"#, #"{"Success":"false","Code":"200"}"#])
  func `a failure without words is a failure`(body: String) async throws {
    let error = try await Self.error(.json(body))
    #expect(error?.kind == .rejected)
    #expect(error?.message.isEmpty == false)
  }

  @Test(
    arguments: [
      (#"{"Success":true,"Code":"01","DtsJobList":[]}"#, nil),
      (#"{"Success":true,"Code":200,"DtsJobList":[]}"#, nil),
      (#"{"Code":"200","DtsJobList":[]}"#, nil), (#"{"Code":"01","DtsJobList":[]}"#, nil),
      (#"{"Success":false,"Code":"01","DtsJobList":[]}"#, .rejected),
      (#"{"Success":false,"Code":"500","DtsJobList":[]}"#, .unavailable),
      (#"{"Success":false,"Code":"404"}"#, .rejected),
      (#"{"Code":"Throttling.Api","Message":"slow down"}"#, .throttled),
    ] as [(String, ProviderError.Kind?)])
  func `a number in place of a code is a status or a step and no error`(
    body: String, kind: ProviderError.Kind?
  ) async throws {
    let error = try await Self.error(.json(body))
    #expect(error?.kind == kind)
    #expect(error?.code?.first?.isNumber != true)
  }

  @Test(
    arguments: [
      ("0", "9", .seconds(9)), ("soon", "9", .seconds(9)), ("-5", nil, nil),
      (" 1500 ", nil, .milliseconds(1_500)), ("99999999999", nil, .seconds(86_400)),
    ] as [(String, String?, Duration?)])
  func `a wait of the service's own that is none leaves the usual one`(
    own: String, usual: String?, wait: Duration?
  ) async throws {
    let usual = usual.map { [HTTPCall.Header("Retry-After", $0)] } ?? []
    let error = try await Self.error(
      .json(
        Self.body("Throttling"), status: 400,
        headers: [HTTPCall.Header("X-Acs-Retry-After", own)] + usual))
    #expect(error?.retryAfter == wait)
  }

  @Test func `the address of the explanation is kept`() async throws {
    let error = try await Self.error(
      .json(#"{"Code":"NoPermission","Message":"No.","Recommend":"https://api/x"}"#, status: 403))
    #expect(error?.message == "No. (https://api/x)")
  }

  @Test(arguments: [
    HTTPReply.html("<html><body>Sign in</body></html>"), .json(""), .json("busy"), .json("[]"),
    .json("{}"), .json(#"{"Success":true,"TotalRecordCount":3,"DtsJobList":"later"}"#),
    .json(#"{"Success":true,"DtsJobList":[{"DtsJobId"#), .xml("<R><DtsJobList>"),
  ]) func `a success that is no answer is malformed`(reply: HTTPReply) async throws {
    let error = try await Self.error(reply)
    #expect(error?.kind == .malformed)
    #expect(error?.call == "DescribeDtsJobs")
  }

  @Test func `an HTML page is called one`() async throws {
    let page = "<html><head><title>502</title></head><body>Bad gateway</body></html>"
    #expect(try await Self.error(.html(page))?.message.hasPrefix("an HTML page") == true)
    let gateway = try await Self.error(.html(page, status: 502))
    #expect(gateway?.kind == .unavailable)
    #expect(gateway?.message == "HTTP 502 with an HTML page")
  }

  @Test func `a used nonce is replaced once`() async throws {
    let transport = StubTransport(
      .json(Self.body("SignatureNonceUsed"), status: 400), DTSFixture.list())
    let provider = try DTSFixture.provider(transport)
    _ = try await provider.list(after: nil)
    let nonces = await transport.calls.map { $0.header("x-acs-signature-nonce") }
    #expect(nonces == ["nonce-1", "nonce-2"])
  }

  @Test func `a refused date is put right by the answer's clock once`() async throws {
    let refusal = HTTPReply.json(
      Self.body("InvalidTimeStamp.Expired"), status: 400,
      headers: [HTTPCall.Header("Date", "Thu, 02 Jan 2025 04:04:05 GMT")])
    let transport = StubTransport { _, number throws(ProviderError) in
      number == 0 ? refusal : DTSFixture.list()
    }
    _ = try await DTSFixture.provider(transport).list(after: nil)
    let dates = await transport.calls.map { $0.header("x-acs-date") }
    #expect(dates == ["2025-01-02T03:04:05Z", "2025-01-02T04:04:05Z"])
    let stubborn = try await Self.error(refusal)
    #expect(stubborn?.kind == .unauthorised)
  }

  @Test func `a refused key is not tried again`() async throws {
    let transport = StubTransport { _, _ throws(ProviderError) in
      .json(Self.body("SignatureDoesNotMatch"), status: 400)
    }
    let provider = try DTSFixture.provider(transport)
    await #expect(throws: ProviderError.self) { try await provider.list(after: nil) }
    #expect(await transport.calls.count == 1)
  }

  @Test func `text of an error cannot move a cursor`() async throws {
    let error = try await Self.error(
      .json(#"{"Code":"Odd","Message":"a\u001b[2Jb\r\nc"}"#, status: 400))
    #expect(error?.message == "a␛[2Jb␍ c")
  }
}
