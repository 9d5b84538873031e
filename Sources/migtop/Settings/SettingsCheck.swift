import MigrationAPI
import MigrationModel

import class FoundationEssentials.FileManager

/// What `migtop config check` finds: whether every source could be asked, short of asking it.
package struct SettingsCheck: Hashable, Sendable {
  /// One line a source without problems.
  package private(set) var sources: [String] = []
  /// What ought to be better and keeps nothing from working.
  package private(set) var warnings: [String] = []
  /// What keeps a source from being read. Any of them means exit code 78.
  package private(set) var problems: [String] = []

  /// Reads every secret once, and forgets it.
  package init(_ settings: Settings, of file: SettingsFile, reader: SecretReader) async {
    if settings.sources.isEmpty {
      warnings.append("\(file.path):1: source: is missing; add a [[source]] to have one to watch")
    }
    let width = settings.sources.map(\.name.count).max() ?? 0
    for (index, source) in settings.sources.enumerated() {
      let found = problems.count
      await check(source, reader: reader) { key in
        "\(file.path):\(file.line(ofSource: index, key: key)): source.\(key)"
      }
      guard problems.count == found else { continue }
      let name = source.name + String(repeating: " ", count: width - source.name.count)
      sources.append("\(name)  \(source.summary)  ok")
    }
  }

  private mutating func check(
    _ source: SourceSettings, reader: SecretReader, place: (String) -> String
  ) async {
    for (key, reference) in source.secrets {
      do throws(ProviderError) {
        _ = try await reader.read(reference)
      } catch {
        problems.append("\(place(key)): \(error.message)")
      }
      if let warning = reader.warning(about: reference) {
        warnings.append("\(place(key)): \(warning)")
      }
    }
    if let path = source.certificateFile, !Self.holdsCertificate(path) {
      let key = SourceKey.certificateFile.rawValue
      problems.append("\(place(key)): \(path) holds no certificate; name a readable PEM file")
    }
  }

  private static func holdsCertificate(_ path: String) -> Bool {
    guard let data = FileManager.default.contents(atPath: path) else { return false }
    return String(decoding: data, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----")
  }
}

extension SourceSettings {
  /// Service, place and way to sign in, in columns.
  fileprivate var summary: String {
    let service = access.service.rawValue
    let width = Service.allCases.map(\.rawValue.count).max() ?? 0
    let column = service + String(repeating: " ", count: width - service.count)
    return "\(column)  \(place)  \(access.authentication)"
  }

  private var place: String {
    switch access {
    case .relationalMigrator(let access): access.endpoint.text
    case .dts(let access): access.endpoint.text
    case .drs(let access): access.endpoint.text
    }
  }
}

extension SourceSettings.Access {
  /// Where the secrets are read from; `nil` if there are none.
  package var credentials: String? {
    let secrets =
      switch self {
      case .relationalMigrator(let access): access.secrets
      case .dts(let access): access.secrets
      case .drs(let access): access.secrets
      }
    let places = secrets.map(\.reference.place)
    let once = places.indices.filter { places.firstIndex(of: places[$0]) == $0 }.map { places[$0] }
    return once.isEmpty ? nil : once.joined(separator: ", ")
  }

  /// How calls are authenticated, in words for people: `none`, `AK v3`, `AK/SK`.
  package var authentication: String {
    switch self {
    case .relationalMigrator(let access):
      access.authorization == nil ? "none" : "authorization header"
    case .dts(let access):
      "\(access.securityToken == nil ? "AK" : "STS") \(access.signature.rawValue)"
    case .drs(let access):
      switch access.authentication {
      case .keys(_, _, nil): "AK/SK"
      case .keys(_, _, .some): "AK/SK, temporary"
      case .password(let user, _, _): "token of \(ServiceText.clean(user))"
      }
    }
  }
}
