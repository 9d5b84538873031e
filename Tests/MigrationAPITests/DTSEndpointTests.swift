import MigrationAPI
import MigrationModel
import Testing

@Suite struct `DTS addresses` {
  /// The service's help has an address for each of these.
  static let regional = [
    "cn-hangzhou", "cn-shanghai", "cn-qingdao", "cn-beijing", "cn-zhangjiakou", "cn-huhehaote",
    "cn-shenzhen", "cn-hongkong", "ap-northeast-1", "ap-southeast-1", "ap-southeast-2",
    "ap-southeast-3", "ap-southeast-5", "us-east-1", "us-west-1", "eu-west-1", "eu-central-1",
    "ap-south-1", "me-east-1", "cn-shanghai-finance-1", "cn-shenzhen-finance-1",
  ]
  /// In neither list, or abroad, where the central address answers for nothing.
  static let later = [
    "ap-southeast-6", "ap-southeast-7", "ap-northeast-2", "me-central-1", "cn-heyuan",
    "rus-west-1-pop",
  ]

  @Test(arguments: regional + later)
  func `a region answers at an address of its own`(region: String) {
    #expect(
      DTSConfiguration.endpoint(region: region)?.text == "https://dts.\(region).aliyuncs.com")
  }

  @Test(arguments: [
    "cn-wulanchabu", "cn-chengdu", "cn-beijing-finance-1", "cn-north-2-gov-1", "cn-beijing-gov-1",
    "cn-wuhan", "cn-edge-1", "cn-yushanfang",
  ])
  func `a region without one answers at the central address`(region: String) {
    #expect(DTSConfiguration.endpoint(region: region)?.text == "https://dts.aliyuncs.com")
  }

  @Test func `the financial cloud in Hangzhou answers at the public region's address`() {
    #expect(
      DTSConfiguration.endpoint(region: "cn-hangzhou-finance")?.text
        == "https://dts.cn-hangzhou.aliyuncs.com")
  }

  @Test(arguments: ["cn hangzhou", "cn/../x", "x@evil", "a?b"])
  func `a name that is no part of a host has no address`(region: String) {
    #expect(DTSConfiguration.endpoint(region: region) == nil)
  }

  @Test func `an address that is configured counts for every call and its signature`() async throws
  {
    let own = try #require(BaseURL("http://127.0.0.1:18080"))
    let transport = StubTransport(DTSFixture.list())
    let provider = try DTSFixture.provider(transport) { $0.base = own }
    _ = try await provider.list(after: nil)
    let call = try #require(await transport.calls.first)
    #expect(call.base == own)
    #expect(call.parameters["Region"] == "cn-hangzhou")
    #expect(call.header("Authorization")?.contains("SignedHeaders=accept;host;") == true)
    #expect(provider.source.endpoint == "http://127.0.0.1:18080")
  }
}
