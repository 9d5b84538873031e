import HTTPTransport
import MigrationAPI
import MigrationModel
import MigrationWatch

/// The client of each configured source.
struct Clients {
  let providers: [any MigrationProvider]

  init(_ settings: Settings, environment: [String: String]) throws(CommandFailure) {
    let reader = SecretReader(settings: settings, environment: environment)
    let shared = try Self.transport(nil)
    var providers: [any MigrationProvider] = []
    for source in settings.sources {
      let transport =
        if let file = source.certificateFile { try Self.transport(file) } else { shared }
      providers.append(Self.provider(source, reader, transport))
    }
    self.providers = providers
  }

  init(providers: [any MigrationProvider]) { self.providers = providers }

  var states: [SourceState] {
    providers.map {
      SourceState(
        source: $0.source, callsPerMinute: $0.limits.callsPerMinute,
        listingTells: $0.limits.listingTells)
    }
  }

  /// The one line a new service adds here.
  private static func provider(
    _ source: SourceSettings, _ reader: SecretReader, _ transport: AsyncHTTPTransport
  ) -> any MigrationProvider {
    switch source.access {
    case .relationalMigrator(let access):
      RelationalMigratorProvider(
        configuration: RelationalMigratorConfiguration(source, access),
        authorization: access.secrets(from: reader), transport: transport)
    case .dts(let access):
      DTSProvider(
        configuration: DTSConfiguration(source, access), credentials: access.secrets(from: reader),
        transport: transport)
    case .drs(let access):
      DRSProvider(
        configuration: DRSConfiguration(source, access), credentials: access.secrets(from: reader),
        transport: transport)
    }
  }

  static func transport(_ certificateFile: String?) throws(CommandFailure) -> AsyncHTTPTransport {
    do throws(ProviderError) {
      return try AsyncHTTPTransport(version: Migtop.version, certificateFile: certificateFile)
    } catch {
      throw CommandFailure(error.message, code: CommandFailure.configuration)
    }
  }
}
