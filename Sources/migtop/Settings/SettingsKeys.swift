import MigrationModel

/// The tables of the configuration, spelled as in the file.
enum RootKey: String, CaseIterable { case poll, thresholds, display, keys, views, source }

enum PollKey: String, CaseIterable { case interval }

enum ThresholdsKey: String, CaseIterable {
  case lagWarning = "lag_warning"
  case lagCritical = "lag_critical"
  case cutoverLag = "cutover_lag"
  case cutoverHold = "cutover_hold"
  case trendWindow = "trend_window"
  case stallFloor = "stall_floor"
}

enum DisplayKey: String, CaseIterable { case theme }

enum SecretKey: String, CaseIterable { case env, file, command }

/// Every key of a `[[source]]`, whatever its service.
enum SourceKey: String, CaseIterable {
  case name, service, jobs, timeout, endpoint, authorization, region, kinds, signature, format
  case user, domain, password
  case callsPerMinute = "calls_per_minute"
  case certificateFile = "ca_file"
  case accessKeyID = "access_key_id"
  case accessKeySecret = "access_key_secret"
  case securityToken = "security_token"
  case projectID = "project_id"
  case identityEndpoint = "iam_endpoint"
  case accessKey = "access_key"
  case secretKey = "secret_key"
}

extension Service {
  /// The keys that mean something for a source of this service.
  var sourceKeys: Set<SourceKey> {
    let common: Set<SourceKey> = [
      .name, .service, .jobs, .timeout, .endpoint, .callsPerMinute, .certificateFile,
    ]
    return switch self {
    case .relationalMigrator: common.union([.authorization])
    case .dts:
      common.union([
        .region, .kinds, .signature, .format, .accessKeyID, .accessKeySecret, .securityToken,
      ])
    case .drs:
      common.union([
        .region, .projectID, .identityEndpoint, .accessKey, .secretKey, .securityToken, .user,
        .domain, .password,
      ])
    }
  }
}
