import Foundation
import MigrationModel
import Testing

/// A recorded or constructed course of one migration, with what is true of it at every sample.
struct Trace: Sendable, CustomTestStringConvertible {
  struct Row: Sendable {
    private let fields: [String: String]

    init(_ fields: [String: String]) { self.fields = fields }

    /// Empty where nothing was told.
    func text(_ name: String) -> String { fields[name] ?? "" }
    func number(_ name: String) -> Double? { Double(text(name)) }
    func count(_ name: String) -> Int64? { Int64(text(name)) }
    func flag(_ name: String) -> Bool? { text(name).isEmpty ? nil : text(name) == "1" }
  }

  let name: String
  let samples: [Row]
  let truths: [Row]

  var testDescription: String { name }

  init(_ name: String) throws {
    self.name = name
    samples = try Self.rows(of: "\(name).csv")
    truths = try Self.rows(of: "\(name).truth.csv")
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Recorded")

  private static func rows(of file: String) throws -> [Row] {
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let names = lines.first else { return [] }
    return lines.dropFirst().map { Row(Dictionary(uniqueKeysWithValues: zip(names, $0))) }
  }
}

extension Trace {
  /// Traces of a copy, of a replication, and what the copies test.
  static let copies = [
    "real_table_copy", "constant_rate", "rate_halves", "bursty", "estimate_low", "estimate_high",
    "restart_from_zero", "stall_middle",
  ]
  static let replications = [
    "real_catch_up", "idle_frozen_lag", "growing_lag", "sawtooth_drain", "steady_noise",
    "first_event", "clock_offset",
  ]
}
