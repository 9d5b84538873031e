import class FoundationEssentials.FileManager
import struct FoundationEssentials.Data
import struct FoundationEssentials.FileAttributeKey
import struct FoundationEssentials.URL

extension SettingsFile {
  /// Writes the commented example where no file is yet, for its owner's eyes only.
  package static func writeExample(to location: SettingsLocation) throws(SettingsError) {
    let url = URL(filePath: location.path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(ExampleSettings.text.utf8).write(to: url, options: .withoutOverwriting)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: location.path)
    } catch {
      let what =
        location.exists
        ? "is there already; move it away or name another file with --config"
        : "cannot be written; check that its folder may be written to"
      throw SettingsError(lines: ["\(location.path): \(what)"])
    }
  }
}
