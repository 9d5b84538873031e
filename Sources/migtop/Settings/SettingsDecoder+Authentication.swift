extension SettingsDecoder {
  private static let byKeys: [SourceKey] = [.accessKey, .secretKey, .securityToken]
  private static let byPassword: [SourceKey] = [.user, .domain, .password]

  /// One of the two ways to sign in to DRS.
  mutating func authentication(
    _ table: SettingsTable<SourceKey>
  ) -> DRSAccess.Authentication? {
    let hasKeys = Self.byKeys.contains { table[$0] != nil }
    switch (hasKeys, Self.byPassword.lazy.compactMap({ table[$0] }).first) {
    case (true, let entry?):
      refuse(entry, "is a second way to sign in; keep the keys or user, domain and password")
      return nil
    case (true, nil): return keys(table)
    case (false, .some): return password(table)
    case (false, nil):
      refuse(
        table.path(SourceKey.accessKey.rawValue), line: table.line,
        "is missing; add access_key and secret_key, or user, domain and password")
      return nil
    }
  }

  private mutating func keys(_ table: SettingsTable<SourceKey>) -> DRSAccess.Authentication? {
    let accessKey = secret(
      required(.accessKey, of: table, like: "{ env = \"HUAWEICLOUD_SDK_AK\" }"))
    let secretKey = secret(
      required(.secretKey, of: table, like: "{ env = \"HUAWEICLOUD_SDK_SK\" }"))
    let securityToken = secret(table[.securityToken])
    guard let accessKey, let secretKey else { return nil }
    return .keys(accessKey: accessKey, secretKey: secretKey, securityToken: securityToken)
  }

  private mutating func password(_ table: SettingsTable<SourceKey>) -> DRSAccess.Authentication? {
    let user = text(required(.user, of: table, like: "\"watcher\""), like: "\"watcher\"")
    let domain = text(required(.domain, of: table, like: "\"our-domain\""), like: "\"our-domain\"")
    let password = secret(
      required(.password, of: table, like: "{ env = \"HUAWEI_PASSWORD\" }"))
    guard let user, let domain, let password else { return nil }
    return .password(user: user, domain: domain, password: password)
  }
}
