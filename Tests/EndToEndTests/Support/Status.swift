import Foundation

/// What the tests read of `status --output json`.
struct Status: Decodable {
  struct Source: Decodable {
    struct Trouble: Decodable {
      let kind: String
      let message: String
    }

    let name: String
    let health: String
    let error: Trouble?
  }

  struct Job: Decodable {
    struct Progress: Decodable { let rowsDone: Int64? }
    struct Step: Decodable {}

    let source: String
    let id: String
    let name: String
    let state: String
    let phase: String
    let progress: Progress
    let steps: [Step]
  }

  let schema: String
  let sources: [Source]
  let jobs: [Job]

  init(_ end: Program.End) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(end.output.utf8))
  }

  /// Health by the source's name.
  var health: [String: String] {
    Dictionary(sources.map { ($0.name, $0.health) }, uniquingKeysWith: { first, _ in first })
  }

  static let allOK = ["rm-demo": "ok", "dts-demo": "ok", "drs-demo": "ok"]

  func error(of source: String) -> Source.Trouble? { sources.first { $0.name == source }?.error }
}
