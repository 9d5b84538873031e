extension Scenario {
  /// A document that stands in the place of a played one, word for word.
  package struct Literal: Sendable, Equatable {
    package enum Place: Sendable, CaseIterable {
      /// The job's document at Relational Migrator, ListJobStep of DTS, batch-detail of DRS.
      case job
      /// batch-status of DRS.
      case status
    }

    package let place: Place
    let document: Document

    /// Throws if the text is no JSON.
    package init(_ place: Place, json: String) throws(NotJSON) {
      self.place = place
      document = try Document(json: json)
    }
  }
}

/// A literal, and the job it belongs to.
struct LiteralOfJob: Sendable {
  let id: String
  let literal: Scenario.Literal
}
