package import MigrationModel

/// The kinds of task that DTS lists apart from each other.
///
/// The raw value is the name in the configuration.
package enum DTSJobType: String, CaseIterable, Hashable, Sendable {
  case migration
  case sync
  case subscription = "subscribe"

  /// The `JobType` of `DescribeDtsJobs`.
  var parameter: String { rawValue.uppercased() }

  package var kind: JobKind {
    switch self {
    case .migration: .migration
    case .sync: .sync
    case .subscription: .subscription
    }
  }

  /// Reads the `JobType` of an answer: documented as `online`, `sync`, `subscribe`, and `MIGRATION`
  /// in samples.
  init?(word: String) {
    switch word.lowercased() {
    case "migration", "online": self = .migration
    case "sync": self = .sync
    case "subscribe": self = .subscription
    default: return nil
    }
  }

  /// The public number of the step that writes changes; a subscription writes none.
  var writeCode: String? {
    switch self {
    case .migration: "04"
    case .sync: "07"
    case .subscription: nil
    }
  }

  /// The unit of `Delay` in `DescribeDtsJobs`, and of `DelaySeconds` in `DescribePreCheckStatus`:
  /// the SDK documents milliseconds for a migration and seconds for a sync; for a subscription the
  /// older documents say seconds.
  var delayUnit: DTSDelayUnit {
    switch self {
    case .migration: .milliseconds
    case .sync, .subscription: .seconds
    }
  }
}

/// What one of a `Delay` is worth.
enum DTSDelayUnit: Hashable, Sendable {
  case seconds
  /// In `DescribeDtsJobDetail` for every kind.
  case milliseconds

  func delay(_ value: Int64) -> DTSDelay {
    switch self {
    case .seconds: DTSDelay(value: .seconds(value), resolution: .seconds(1))
    case .milliseconds: DTSDelay(value: .milliseconds(value), resolution: .milliseconds(1))
    }
  }
}

/// How far something is behind, by a figure of the service.
struct DTSDelay: Hashable, Sendable {
  /// Negative before the incremental phase.
  let value: Duration
  /// The step in which it is counted.
  let resolution: Duration
}
