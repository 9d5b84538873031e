extension Wording {
  /// A lag or how long something took: `0.8s`, `42s`, `4m12s`, `6h12m`, `2d21h`. Negative ones are
  /// 0.
  package static func duration(_ duration: Duration) -> String {
    let (seconds, attoseconds) = max(duration, .zero).components
    guard seconds < 10 else { return wholeSeconds(seconds) }
    let tenths = seconds * 10 + (attoseconds + 50_000_000_000_000_000) / 100_000_000_000_000_000
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10)s" : "10s"
  }

  /// A lag as finely as its service counts: `0.8s`, and of one that counts whole seconds `3s`,
  /// `<1s`.
  package static func lag(_ lag: Lag.Measurement) -> String {
    guard lag.resolution >= .seconds(1) else { return duration(lag.value) }
    return lag.value < lag.resolution ? "<\(elapsed(lag.resolution))" : elapsed(lag.value)
  }

  /// An age, or a time to wait, on a screen: `<10s`, `40s`, `6m`, `3h`, `12d`.
  ///
  /// Nothing on a screen but its clock changes every second: an age below a minute moves by ten.
  package static func age(_ age: Duration) -> String {
    screenSeconds(age) ?? shortDuration(age)
  }

  /// The same with the precision of a sentence: `<10s`, `40s`, `6m`, `3h20m`, `3d04h`.
  package static func longAge(_ age: Duration) -> String {
    age < .seconds(3600) ? self.age(age) : elapsed(age)
  }

  /// How long something took or will take, and an age that is told only once: `4s`, `6m27s`,
  /// `3h20m`.
  package static func elapsed(_ duration: Duration) -> String {
    wholeSeconds(max(duration, .zero).components.seconds)
  }

  /// A duration with the precision of a column of four: `4s`, `6m`, `3h`, `12d`.
  package static func shortDuration(_ duration: Duration) -> String {
    let seconds = max(duration, .zero).components.seconds
    return switch seconds {
    case ..<60: "\(seconds)s"
    case ..<3600: "\(seconds / 60)m"
    case ..<86400: "\(seconds / 3600)h"
    default: "\(seconds / 86400)d"
    }
  }

  /// A limit or a window as a configuration spells it: `500ms`, `5s`, `1m30s`, `6h`.
  package static func limit(_ limit: Duration) -> String {
    let (seconds, attoseconds) = max(limit, .zero).components
    let parts = [
      (seconds / 86400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "m"),
      (seconds % 60, "s"), (attoseconds / 1_000_000_000_000_000, "ms"),
    ]
    let words = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }
    return words.isEmpty ? "0s" : words.joined()
  }

  /// How long a call took: `12ms`, `1.8s`.
  package static func latency(_ latency: Duration) -> String {
    guard latency < .seconds(1) else { return duration(latency) }
    return "\(max(latency, .zero).components.attoseconds / 1_000_000_000_000_000)ms"
  }

  /// A difference of clocks with its sign: `+0.2s`, `-0.1s`.
  package static func clockOffset(_ offset: Duration) -> String {
    let words = duration(offset < .zero ? .zero - offset : offset)
    return (offset < .zero && words != "0.0s" ? "-" : "+") + words
  }

  /// A range of times to wait, never narrower than it is: `38m-51m`, `4h-6h`.
  package static func eta(from low: Duration, to high: Duration) -> String {
    let earliest = coarse(low, roundingUp: false)
    let latest = coarse(max(low, high), roundingUp: true)
    return earliest == latest ? earliest : "\(earliest)-\(latest)"
  }

  /// At most three characters, so that a range fits a column of seven.
  private static func coarse(_ duration: Duration, roundingUp: Bool) -> String {
    let (seconds, attoseconds) = max(duration, .zero).components
    func units(_ length: Int64) -> Int64 {
      let isBetween = attoseconds > 0 || seconds % length > 0
      return seconds / length + (roundingUp && isBetween ? 1 : 0)
    }
    if units(1) < 100 { return "\(units(1))s" }
    if units(60) < 100 { return "\(units(60))m" }
    if units(3600) < 48 { return "\(units(3600))h" }
    return units(86400) < 100 ? "\(units(86400))d" : ">99d"
  }

  /// `nil` from a minute on.
  private static func screenSeconds(_ age: Duration) -> String? {
    let seconds = max(age, .zero).components.seconds
    guard seconds < 60 else { return nil }
    return seconds < 10 ? "<10s" : "\(seconds / 10 * 10)s"
  }

  private static func wholeSeconds(_ seconds: Int64) -> String {
    switch seconds {
    case ..<60: "\(seconds)s"
    case ..<3600: "\(seconds / 60)m\(twoDigits(seconds % 60))s"
    case ..<86400: "\(seconds / 3600)h\(twoDigits(seconds / 60 % 60))m"
    default: "\(seconds / 86400)d\(twoDigits(seconds / 3600 % 24))h"
    }
  }
}
