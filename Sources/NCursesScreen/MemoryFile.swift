internal import CTerminalRestore

/// A file without a name, in memory alone. Programs that are started do not inherit it.
package enum MemoryFile {
  /// - Returns: Its descriptor, for the caller to close; `nil` if there is no memory for it.
  package static func open() -> Int32? {
    let descriptor = file_in_memory()
    return descriptor < 0 ? nil : descriptor
  }
}
