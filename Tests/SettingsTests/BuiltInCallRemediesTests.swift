import MigrationModel
import MigrationWatch
import Testing
import migtop

struct BuiltInCallRemediesTests {
  private static let catalogue = RemedyCatalogue.builtIn()

  private func remedy(
    _ service: Service, _ kind: ProviderError.Kind, code: String? = nil, _ message: String = ""
  ) -> Remedy? {
    Self.catalogue.remedy(
      for: ProviderError(kind, code: code, message: message, call: "ListJobStep"), service: service)
  }

  static let gateway = [
    "Throttling.User", "Throttling.Api", "Throttling", "DTS.Msg.Throttling.User",
    "InvalidSecurityToken.Expired", "InvalidSecurityToken.Malformed",
    "InvalidSecurityToken.MismatchWithAccessKey", "MissingSecurityToken", "ServiceUnavailable",
    "SignatureDoesNotMatch", "IncompleteSignature", "SignatureNonceUsed",
    "InvalidTimeStamp.Expired",
    "InvalidTimeStamp.Format", "InvalidAccessKeyId.NotFound", "InvalidAccessKeyId.Inactive",
    "InvalidApi.NotFound", "InvalidAction.NotFound", "MissingRegion", "InvalidParameter",
    "InvalidParameter.Format", "InvalidParameter.Accept", "UnsupportedHTTPMethod",
    "InvalidProtocol.NeedSsl", "NoPermission", "Forbidden.RAM",
  ]

  @Test(arguments: gateway) func `each code of Alibaba Cloud's gateway is known`(_ code: String) {
    #expect(remedy(.dts, .rejected, code: code) != nil)
  }

  static let huawei = [
    "DRS.M00002", "DRS.M00004", "DRS.M00007", "DRS.M00100", "DRS.M00101", "DRS.M00102",
    "DRS.M00103",
    "DRS.M00105", "DRS.M00200", "DRS.M00201", "DRS.M00202", "DRS.M00210", "DRS.M00211",
    "DRS.M00261",
    "DRS.M00289", "DRS.M00299", "DRS.M00301", "DRS.M00304", "DRS.M01503", "DRS.M01504",
    "DRS.M05003",
    "DRS.M05004", "DRS.10000001", "DRS.10000010", "DRS-M00201", "APIGW.0101", "APIGW.0201",
    "APIGW.0301", "APIG.0301", "APIGW.0302", "APIGW.0308", "APIGW.0705", "APIGW.0801",
  ]

  @Test(arguments: huawei) func `each code of DRS and its gateway is known`(_ code: String) {
    #expect(remedy(.drs, .rejected, code: code) != nil)
  }

  @Test(
    arguments: [
      (
        "Incorrect IAM authentication information: calc ak sk signature fail:signature expired",
        "signature-expired"
      ),
      (
        "Incorrect IAM authentication information: AK access failed to reach the limit,forbidden.",
        "access-key-locked"
      ),
      ("Incorrect IAM authentication information: verify aksk signature fail", "secret-key-wrong"),
      (
        "Incorrect IAM authentication information: Get secretKey failed,ak:X,err:ak not exist",
        "access-key-unknown"
      ),
      ("Incorrect IAM authentication information: decrypt token fail", "token-over"),
      ("Incorrect IAM authentication information", "APIGW.0301"),
    ])
  func `one code with many causes is told apart by its text`(message: String, code: String) {
    #expect(remedy(.drs, .unauthorised, code: "APIGW.0301", message)?.code == code)
  }

  @Test func `the permission that is missing is named`() {
    let action = remedy(.dts, .rejected, code: "NoPermission")?.action
    #expect(action?.contains("dts:ListJobStep") == true)
  }

  @Test(
    arguments: [
      (Service.dts, ProviderError.Kind.malformed, "an HTML page instead of JSON", "html"),
      (.relationalMigrator, .malformed, "an HTML page instead of JSON", "rm-html"),
      (.dts, .rejected, "HTTP 302: a redirect to https://login is not followed", "redirect"),
      (.drs, .tls, "TLS with h:443: CERTIFICATE_VERIFY_FAILED", "certificate-untrusted"),
      (.relationalMigrator, .unreachable, "127.0.0.1:8278 refuses the connection", "rm-refused"),
      (.dts, .unreachable, "the name of dts.nowhere is not known", "name-unknown"),
      (.dts, .unauthorised, "the variable X is not set; export it", "unset-secret"),
    ])
  func `troubles without a code of the service are known by their text`(
    service: Service, kind: ProviderError.Kind, message: String, code: String
  ) {
    #expect(remedy(service, kind, message)?.code == code)
  }

  @Test(arguments: ["HTTP 403 with \"Forbidden\"", "throttling of the proxy"])
  func `a plain word is no code, unless the service tells it as one`(_ message: String) {
    #expect(remedy(.dts, .rejected, message) == nil)
    #expect(remedy(.dts, .rejected, code: "Forbidden", message)?.code == "NoPermission")
  }

  @Test func `the advice names the key that the user has`() {
    var settings = DashboardSettings()
    settings.remedies = Self.catalogue
    settings.keys = KeyTable(rebinding: ["refresh": "F5"])
    let dashboard = Dashboard(settings: settings, sources: [], now: .now())
    let error = ProviderError(.rejected, code: "MissingSecurityToken", message: "")
    #expect(
      dashboard.settings.remedies.remedy(for: error, service: .dts)?.action
        == "Add security_token to the source, and press F5.")
    #expect(
      remedy(.dts, .rejected, code: "MissingSecurityToken")?.action.hasSuffix("press r.") == true)
  }

  @Test func `a code of a job's error says nothing of a call, and the other way round`() {
    #expect(remedy(.drs, .rejected, "ORA-01555: snapshot too old") == nil)
    let sample = RemedyCase(.dts, "", "Throttling.User", nil)
    #expect(sample.remedy() == nil)
    #expect(remedy(.drs, .throttled, code: "Throttling.User") == nil)
  }
}
