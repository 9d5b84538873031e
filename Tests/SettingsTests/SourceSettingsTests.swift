import CustomDump
import Foundation
import MigrationAPI
import MigrationModel
import Testing
import migtop

struct SourceSettingsTests {
  @Test func `a DTS source is read`() throws {
    let endpoint = try #require(BaseURL("https://dts.aliyuncs.com"))
    var access = DTSAccess(
      region: "cn-chengdu", endpoint: endpoint, accessKeyID: .environment("ID"),
      accessKeySecret: .command(["pass", "show", "~/$KEY"]),
      securityToken: .file("/home/me/sts"))
    access.kinds = [.migration, .sync]
    access.signature = .v1
    access.format = .xml
    let settings = try Fixture.named("services").settings(["HOME": "/home/me"])
    expectNoDifference(settings.sources.first, SourceSettings(name: "hz", access: .dts(access)))
    #expect(settings.sources.map(\.callsPerMinute) == [120, 60, 60])
  }

  @Test func `DRS signs in with keys or with a password`() throws {
    let settings = try Fixture.named("services").settings(["HOME": "/home/me"])
    let keys = DRSAccess(
      region: "cn-north-4", projectID: "0123456789abcdef0123456789ABCDEF",
      endpoint: try #require(BaseURL("https://drs.example:8443")),
      identityEndpoint: try #require(BaseURL("https://iam.cn-north-4.myhuaweicloud.com")),
      authentication: .keys(
        accessKey: .environment("AK"), secretKey: .environment("SK"),
        securityToken: .environment("TOKEN")))
    let token = DRSAccess(
      region: "eu-west-101", projectID: "0123456789abcdef0123456789abcdef",
      endpoint: try #require(BaseURL("https://drs.eu-west-101.myhuaweicloud.eu")),
      identityEndpoint: try #require(BaseURL("https://iam.example")),
      authentication: .password(
        user: "watcher", domain: "our-domain", password: .environment("PASSWORD")))
    expectNoDifference(settings.sources.map(\.access).suffix(2), [.drs(keys), .drs(token)])
  }

  @Test func `variables with secrets are kept from other programs`() throws {
    let settings = try Fixture.named("services").settings(["HOME": "/home/me"])
    let environment = ["ID": "1", "SK": "2", "PASSWORD": "3", "HOME": "4"]
    let left = SecretReader.withoutSecrets(environment: environment, of: settings)
    #expect(left == ["HOME": "4"])
  }

  @Test func `sources on the command line use the vendors' variables`() throws {
    let environment = [
      "ALIBABA_CLOUD_SECURITY_TOKEN": "t", "HUAWEICLOUD_SDK_PROJECT_ID": "p",
      "HUAWEICLOUD_SDK_SECURITY_TOKEN": "",
    ]
    let dts = try SourceSettings.dts(region: "cn-hangzhou", environment: environment)
    let drs = try SourceSettings.drs(region: "cn-north-4", environment: environment)
    var settings = Settings()
    settings.sources = [try .relationalMigrator(at: "http://127.0.0.1:8278"), dts, drs]
    expectNoDifference(
      settings.secretVariables,
      [
        "ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
        "ALIBABA_CLOUD_SECURITY_TOKEN", "HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK",
      ])
    #expect(throws: SettingsError.self) {
      try SourceSettings.drs(region: "cn-north-4", environment: [:])
    }
    #expect(throws: SettingsError.self) {
      try SourceSettings.dts(region: "cn/hangzhou", environment: environment)
    }
  }

  @Test(arguments: ["migtop.example.toml", "demo.toml"])
  func `the files that come with the program are right`(_ name: String) throws {
    let file = Fixture(url: Fixture.project.appending(path: "config/\(name)"))
    let settings = try file.settings(["HOME": "/home/me"])
    #expect(settings.sources.map(\.access.service) == [.relationalMigrator, .dts, .drs])
  }
}
