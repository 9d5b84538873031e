import MigrationModel

import struct FoundationEssentials.Date

extension RelationalMigrator.LogEvent {
  /// `nil` if nothing is in it.
  var entry: LogEntry? {
    let place = [
      [locationType, locationName].kindAndName, fieldName?.nonEmpty.map { "field \($0)" },
    ]
    let key = key?.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } ?? []
    return LogEntry(
      type: eventType, message: message, at: timestamp, details: details, stack: stackTrace,
      code: errorType, place: place + (key.isEmpty ? [] : ["key \(key.joined(separator: " "))"]))
  }
}

extension RelationalMigrator.JobUpdate {
  /// `nil` if nothing is in it.
  var entry: LogEntry? {
    let place = ["table", "collection", "document"].map { [$0, location?[$0]].kindAndName }
    var entry = LogEntry(
      type: eventType, message: message, at: timestamp, details: details, stack: stackTrace,
      code: errorCode, place: [stage] + place)
    entry?.count = count?.unlessNegative
    return entry
  }
}

extension LogEntry {
  fileprivate init?(
    type: String?, message: RelationalMigrator.LogText?, at time: String?,
    details: RelationalMigrator.LogText?, stack: [RelationalMigrator.LogText]?, code: String?,
    place: [String?]
  ) {
    let lines = [details?.text.nonEmpty] + (stack ?? []).prefix(Self.longestStack).map(\.text)
    let all = lines.compactMap(\.self).joined(separator: "\n").unicodeScalars
    let rest = String(all.prefix(Self.longestDetails)).nonEmpty
    guard let text = message?.text.nonEmpty ?? rest ?? code?.nonEmpty else { return nil }
    let type = type?.nonEmpty
    let severity = Severity(word: type)
    self.init(
      at: time.flatMap { Timestamp.parse($0) }, severity: severity,
      message: severity == .unknown
        ? [type, text].compactMap(\.self).joined(separator: ": ") : text,
      details: rest == text ? nil : rest, code: code?.nonEmpty,
      location: place.compactMap { $0?.nonEmpty }.joined(separator: ", ").nonEmpty)
  }

  /// Lines of a stack trace; the cause is at its beginning.
  private static let longestStack = 40
  /// Characters: two hundred entries are to stay a few megabytes at most.
  private static let longestDetails = 16_384

  /// The newest of some entries, newest first, whichever end the service began with.
  ///
  /// An entry without a time stays beside the one before it.
  static func newest(_ count: Int, of entries: [LogEntry]) -> [LogEntry] {
    let times = entries.compactMap(\.at)
    let isRising = times.first.flatMap { first in times.last.map { first < $0 } } ?? false
    var last = isRising ? times.last : times.first
    let dated = (isRising ? entries.reversed() : entries).enumerated().map { index, entry in
      last = entry.at ?? last
      return (at: last ?? .distantPast, index: index, entry: entry)
    }
    let order = dated.sorted { $0.at == $1.at ? $0.index < $1.index : $0.at > $1.at }
    return order.prefix(count).map(\.entry)
  }
}

extension LogEntry.Severity {
  fileprivate init(word: String?) {
    switch RelationalMigrator.EventType(word: word) {
    case .info: self = .info
    case .warning: self = .warning
    case .error, .setupError: self = .error
    case nil: self = .unknown
    }
  }
}

extension [String?] {
  /// A kind and a name; `nil` without the name.
  fileprivate var kindAndName: String? {
    guard let name = last?.flatMap(\.nonEmpty) else { return nil }
    return ([dropLast().first?.flatMap(\.nonEmpty), name]).compactMap(\.self).joined(separator: " ")
  }
}
