import MigrationModel
import MigrationWatch

/// The lag of a job over time.
struct LagPane {
  let model: DashboardViewModel
  let report: JobReport

  private static let lookBack = Duration.seconds(900)

  func draw(on canvas: inout Canvas) {
    if let absence = report.lagAbsence {
      canvas.write("lag -   \(absence)", row: 0, column: 0, style: .muted)
      return
    }
    let series = model.lagSeries(report.job.id, columns: max(1, canvas.size.columns - 4))
    canvas.draw(
      LagGraph(
        values: series.values, maximum: series.maximum.map(Self.top),
        threshold: model.lagCritical / .seconds(1)))
  }

  /// The round number of seconds above a lag: a top that follows every sample would move the whole
  /// graph with it.
  private static func top(_ seconds: Double) -> Double {
    let step: Double =
      switch seconds {
      case ..<10: 1
      case ..<60: 5
      case ..<3_600: 60
      case ..<86_400: 600
      default: 86_400
      }
    return (seconds / step).rounded(.up) * step
  }

  /// As many figures as fit the border.
  func trailing(_ columns: Int) -> String {
    guard let now = report.job.lag.value else { return "" }
    let critical = "critical \(Wording.limit(model.lagCritical))"
    let warning = "warning \(Wording.limit(model.lagWarning))"
    let before = model.lagSeries(report.job.id, window: Self.lookBack, columns: 30).values[0]
      .map(Duration.seconds)
    let highest = model.lagSeries(report.job.id, columns: 60).maximum.map(Duration.seconds)
    guard columns >= 110 else {
      return ["now \(report.lagWord)", before.map { change(now - $0) }, critical]
        .compactMap { $0 }.joined(separator: "  ")
    }
    return [
      "now \(report.lagWord)", before.map { "15m ago \(Wording.duration($0))" },
      highest.map { "max \(Wording.duration($0))" }, warning, critical,
    ].compactMap { $0 }.joined(separator: "   ")
  }

  /// `+6m15s in 15m`.
  private func change(_ difference: Duration) -> String {
    let amount = difference < .zero ? .zero - difference : difference
    return "\(difference < .zero ? "-" : "+")\(Wording.duration(amount)) in 15m"
  }
}
