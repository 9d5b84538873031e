extension DTSConfiguration {
  /// Where a region answers; `nil` if the name cannot be part of a host name.
  ///
  /// The service has two lists, which do not agree: its help names an address for most regions, its
  /// SDK the central one for all that it knows. The central one answers for no region abroad, so the
  /// help counts, and the SDK for regions of the mainland about which the help is silent.
  package static func endpoint(region: String) -> BaseURL? {
    if central.contains(region) { return BaseURL("https://dts.aliyuncs.com") }
    return BaseURL("https://dts.\(hosts[region] ?? region).aliyuncs.com")
  }

  /// A region that answers at another one's address.
  private static let hosts = ["cn-hangzhou-finance": "cn-hangzhou"]

  /// Regions without an address of their own: by the help Chengdu, Ulanqab and the financial cloud in
  /// Beijing, the others by the SDK alone.
  private static let central: Set = [
    "cn-beijing-finance-1", "cn-beijing-finance-pop", "cn-beijing-gov-1",
    "cn-beijing-nu16-b01", "cn-chengdu", "cn-edge-1", "cn-fujian", "cn-haidian-cm12-c01",
    "cn-hangzhou-bj-b01", "cn-hangzhou-internal-prod-1", "cn-hangzhou-internal-test-1",
    "cn-hangzhou-internal-test-2", "cn-hangzhou-internal-test-3", "cn-hangzhou-test-306",
    "cn-hongkong-finance-pop", "cn-huhehaote-nebula-1", "cn-north-2-gov-1", "cn-qingdao-nebula",
    "cn-shanghai-et15-b01", "cn-shanghai-et2-b01", "cn-shanghai-inner",
    "cn-shanghai-internal-test-1", "cn-shenzhen-inner", "cn-shenzhen-st4-d01",
    "cn-shenzhen-su18-b01", "cn-wuhan", "cn-wulanchabu", "cn-yushanfang", "cn-zhangbei-na61-b01",
    "cn-zhangjiakou-na62-a01", "cn-zhengzhou-nebula-1",
  ]
}
