import MigrationModel

extension FilterWord {
  /// The only words that the key takes; empty if it takes any.
  package var vocabulary: [String] {
    switch self {
    case .state: State.allCases.map(\.rawValue) + [FilterFlag.stalled, .stale].map(\.rawValue)
    case .service: Service.allCases.map(\.rawValue)
    case .phase: Phase.allCases.map(\.rawValue)
    case .verdict:
      ["idle", "caughtUp", "catchingUp", "steady", "fallingBehind", "frozen", "unknown"]
    case .source, .kind, .name: []
    }
  }

  /// Other spellings, as the screen shows them, with the word of the vocabulary they stand for.
  var aliases: [String: String] {
    switch self {
    case .state:
      [
        "fail": "failed", "run": "running", "warn": "warning", "paus": "paused", "pend": "pending",
        "stop": "stopped", "unkn": "unknown", "stal": "stale", "stall": "stalled",
      ]
    case .service:
      Dictionary(
        Service.allCases.map { ($0.tag, $0.rawValue) }, uniquingKeysWith: { first, _ in first })
    case .phase: ["incr": "incremental", "verify": "verifying"]
    case .source, .kind, .name, .verdict: [:]
    }
  }

  /// The word of the vocabulary that `word` stands for, whatever its case; `nil` if it is none.
  func known(_ word: String) -> String? {
    let lowercased = word.lowercased()
    return vocabulary.first { $0.lowercased() == lowercased } ?? aliases[lowercased]
  }
}
