import Dispatch
import FoundationEssentials
import Glibc
import MigrationWatch

/// Writes what the dashboard asks for, away from the main queue, and tells how it went.
struct DashboardFiles: Sendable {
  /// The file that the settings came from; `nil` if there is none.
  let configuration: SettingsLocation?
  let environment: [String: String]
  let tell: @Sendable (String) -> Void
  private let queue = DispatchQueue(label: "migtop.files")

  init(
    configuration: SettingsLocation?, environment: [String: String],
    tell: @escaping @Sendable (String) -> Void
  ) {
    self.configuration = configuration
    self.environment = environment
    self.tell = tell
  }

  func write(_ file: ExportedFile) {
    queue.async {
      let path = Self.expanded(file.path, home: environment["HOME"])
      let command = ":export \(file.format.rawValue)"
      do {
        try Data(file.text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
        tell("\(file.content) written to \(file.path)")
      } catch let error as CocoaError where error.code == .fileWriteFileExists {
        tell("\(file.path) is there already: choose another name, \(command) NAME")
      } catch {
        let reason = Self.reason(of: error)
        tell("\(file.path): \(reason); try \(command) /tmp/NAME")
      }
    }
  }

  /// In the system's words.
  private static func reason(of error: any Error) -> String {
    guard let inner = (error as? CocoaError)?.underlying as? POSIXError else {
      return "cannot be written: \(error)"
    }
    return unsafe String(cString: strerror(inner.code.rawValue))
  }

  func save(_ view: SavedView) {
    guard let configuration else {
      tell("the view \(view.name) is kept until you quit: there is no configuration file")
      return
    }
    queue.async {
      do throws(SettingsError) {
        try SettingsFile.save(
          view: view.name, filter: view.filter, at: configuration, environment: environment)
        tell("the view \(view.name) is kept in \(configuration.path)")
      } catch {
        tell(
          "the view \(view.name) is kept until you quit: \(error.lines.first ?? configuration.path)"
        )
      }
    }
  }

  private static func expanded(_ path: String, home: String?) -> String {
    guard path.hasPrefix("~/"), let home else { return path }
    return home + path.dropFirst()
  }
}
