import Foundation
import MigrationAPI
import MigrationModel
import Testing

/// An answer that tells of several things side by side, and how a client reads it.
struct MutatedAnswer: Sendable, CustomTestStringConvertible {
  typealias Read = @Sendable (String) async throws -> Outcome

  /// What a reading brought.
  struct Outcome {
    /// By id.
    var parts: [String: Part] = [:]
    /// Whether it says that something could not be understood.
    var complains = false
  }

  enum Part: Hashable {
    case job(Job)
    case step(Step)
    case line(LogEntry)

    /// Whether it is a part of a job: one that cannot be read has no place to say so.
    var isInsideJob: Bool {
      switch self {
      case .job: false
      case .step, .line: true
      }
    }
  }

  let name: String
  let tree: Tree
  /// The path of the list in which the parts stand.
  let list: [Int]
  /// The name of a part's id.
  let idKey: String
  let isXML: Bool
  let read: Read

  var testDescription: String { name }

  /// - Parameter list: The name of the list; `nil` if the answer is the list.
  init(
    _ name: String, _ tree: Tree, list: String?, id idKey: String, isXML: Bool = false,
    read: @escaping Read
  ) throws {
    self.name = name
    self.list = try list.map { try #require(tree.path(to: $0)) } ?? []
    self.tree = tree
    self.idKey = idKey
    self.isXML = isXML
    self.read = read
  }

  func text(_ tree: Tree) -> String { isXML ? tree.xml("Response") : tree.json }

  /// The id of a part by its place in the list.
  func id(at index: Int) -> String? {
    let part = tree[list + [index]]
    guard let path = part.path(to: idKey), case .string(let id) = part[path] else { return nil }
    return id
  }
}

extension MutatedAnswer.Outcome {
  init(_ listing: Listing) {
    parts = Self.parts(listing.jobs)
    complains = !listing.problems.isEmpty
  }

  init(_ readings: [JobReading]) {
    parts = Self.parts(
      readings.compactMap { reading in
        if case .job(let job) = reading { job } else { nil }
      })
    complains = parts.count < readings.count
  }

  /// The steps of the only job.
  init(stepsOf readings: [JobReading]) {
    self.init(readings)
    let steps = parts.values.flatMap { part in
      if case .job(let job) = part { job.steps } else { [Step]() }
    }
    parts = Dictionary(
      steps.map { ($0.id, .step($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The log of the only job, by its messages.
  init(logOf readings: [JobReading]) {
    self.init(readings)
    let lines = parts.values.flatMap { part in
      if case .job(let job) = part { job.log ?? [] } else { [LogEntry]() }
    }
    parts = Dictionary(
      lines.map { ($0.message, .line($0)) }, uniquingKeysWith: { first, _ in first })
  }

  private static func parts(_ jobs: [Job]) -> [String: MutatedAnswer.Part] {
    Dictionary(jobs.map { ($0.id.native, .job($0)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Tree {
  /// The elements of the list, each `count` times with an id of its own.
  func multiplied(_ count: Int, list: [Int], id: String) throws -> Tree {
    var changed = self
    changed[list] = .array(
      try self[list].children.enumerated().flatMap { index, element in
        try (0..<count).map { copy in
          var part = element
          part[try #require(part.path(to: id))] = .string("part\(index)x\(copy)")
          return part
        }
      })
    return changed
  }
}
