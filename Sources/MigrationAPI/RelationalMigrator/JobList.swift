extension RelationalMigrator {
  /// The answer of `GET /api/v1/jobs`: a bare array, newest first.
  package struct JobList: Decodable {
    /// `nil` for an element that is no object, in its place.
    package let entries: [JobDocument?]

    package init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      var entries: [JobDocument?] = []
      while !container.isAtEnd {
        entries.append(try container.decode(Told<JobDocument>.self).wrappedValue)
      }
      self.entries = entries
    }
  }

  /// An element of `GET /api/v1/project`.
  struct Project: WireObject {
    @Told var id: String?
    @Told var name: String?
  }
}
