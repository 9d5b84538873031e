package import MigrationModel

package import struct FoundationEssentials.Date

/// How long ago something was of which only a service tells the time.
///
/// No `Duration`, which is an age by our own clock: the two cannot be taken for each other.
package enum ServiceAge: Hashable, Sendable {
  /// Never negative: what is ahead by less than the clocks can be compared is now.
  case ago(Duration)
  /// The service's own clock has not come so far: a contradiction, and no age.
  case ahead(by: Duration)
}

/// What a service's clock shows at a moment of ours, as far as its answers tell.
package struct ServiceMoment: Hashable, Sendable {
  /// Of the service's clock.
  package let date: Date
  private let now: Moment
  private let offset: Duration

  /// The offset is known to half a second and half a round trip, and services cut their times to whole seconds.
  static let tolerance = Duration.seconds(5)

  /// A smaller offset is not shown, and times of ours and of the service stand beside each other as they are: the
  /// offset itself is not known much better.
  private static let leastShown = Duration.seconds(2)

  /// What times of ours are moved by to stand among those of a service.
  package static func shownOffset(_ offset: Duration) -> Duration {
    offset > leastShown || offset < .zero - leastShown ? offset : .zero
  }

  /// - Parameter offset: Their clock minus ours.
  package init(at now: Moment, offset: Duration) {
    self.now = now
    self.offset = offset
    date = now.date.addingTimeInterval(offset / .seconds(1))
  }

  /// - Parameter told: A time that the service tells, in its clock.
  package func age(of told: Date) -> ServiceAge {
    let age = Duration.seconds(date.timeIntervalSince(told))
    return age < .zero - Self.tolerance ? .ahead(by: .zero - age) : .ago(max(.zero, age))
  }

  package func isAhead(_ told: Date) -> Bool {
    switch age(of: told) {
    case .ahead: true
    case .ago: false
    }
  }

  /// The moment as it is shown among the service's own times.
  var shown: Date {
    now.date.addingTimeInterval(Self.shownOffset(offset) / .seconds(1))
  }

  /// The same moment in our clocks; `nil` for one that is ahead of the service's own.
  func ours(_ told: Date) -> Moment? {
    switch age(of: told) {
    case .ahead: nil
    case .ago: now.advanced(by: .seconds(told.timeIntervalSince(now.date)) - offset)
    }
  }
}

extension Wording {
  /// `4m ago`, or `4m ahead of the service's clock`.
  package static func ago(_ age: ServiceAge) -> String {
    switch age {
    case .ago(let age): "\(longAge(age)) ago"
    case .ahead(let lead): "\(longAge(lead)) ahead of the service's clock"
    }
  }

  /// How long it has been so: `4m`, or `4m ahead of the service's clock`.
  package static func soFar(_ age: ServiceAge) -> String {
    switch age {
    case .ago(let age): longAge(age)
    case .ahead: ago(age)
    }
  }
}
