extension DRS {
  /// The answer of a batch call, and the body of one in which every task failed.
  ///
  /// The documents and the service write `results`, one old example writes `jobs`.
  package struct BatchAnswer<Item: WireObject>: Decodable {
    /// The number of entries returned, not of all there are.
    @Told package var count: Int64?
    @Told package var results: [Item]?
    @Told package var jobs: [Item]?
    /// Filters beside the results, as the example of batch-detail has them.
    @Told package var dataTransformation: DataTransformation?

    /// `nil` if the answer has neither list.
    package var items: [Item]? { results ?? jobs }

    private enum CodingKeys: String, CodingKey {
      case count, results, jobs
      case dataTransformation = "data_transformation"
    }
  }

  /// The answer of `POST /v3/{project_id}/jobs`.
  package struct TaskList: Decodable {
    @Told package var totalRecord: Int64?
    /// `nil` in place of a row that is no object.
    package let jobs: [ListedTask?]

    package init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      _totalRecord = container.decode(Told<Int64>.self, forKey: .totalRecord)
      jobs = try container.decode([Told<ListedTask>].self, forKey: .jobs).map(\.wrappedValue)
    }

    private enum CodingKeys: String, CodingKey {
      case jobs
      case totalRecord = "total_record"
    }
  }
}
