import MigrationModel

/// The other jobs in which an error occurs. Looks at every job: to be asked when an error is opened, and when
/// the data is arranged anew, not for each frame.
package struct ErrorKin: Hashable, Sendable {
  package let error: JobError.ID
  /// The names of some that have the same code and text.
  package private(set) var same: [String] = []
  /// The names of some that have the same code with another text.
  package private(set) var others: [String] = []
  /// How many jobs there are.
  package private(set) var count = 0
  private static let mostNamed = 3

  init(of error: JobError, in job: Job.ID, among records: some Sequence<JobRecord>) {
    self.error = error.id
    for record in records where record.job.id != job {
      let kin = JobError.all(of: record.job).filter {
        $0.id == error.id || $0.code != nil && $0.code == error.code
      }
      guard !kin.isEmpty else { continue }
      count += 1
      if kin.contains(where: { $0.id == error.id }) {
        same.append(record.job.name)
      } else {
        others.append(record.job.name)
      }
    }
    // A dictionary has no order, a screen has one.
    same = Array(same.sorted().prefix(Self.mostNamed))
    others = Array(others.sorted().prefix(Self.mostNamed - same.count))
  }
}
