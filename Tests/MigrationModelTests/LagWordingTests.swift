import MigrationModel
import Testing

@Suite struct `Words of a lag` {
  @Test(arguments: [
    (Duration.zero, Duration.milliseconds(1), "0.0s"),
    (.milliseconds(840), .milliseconds(1), "0.8s"),
    (.zero, .seconds(1), "<1s"), (.seconds(1), .seconds(1), "1s"), (.seconds(3), .seconds(1), "3s"),
    (.seconds(252), .seconds(1), "4m12s"), (.seconds(30), .seconds(60), "<1m00s"),
  ])
  func `no figure is finer than its service counts`(
    value: Duration, resolution: Duration, words: String
  ) {
    let lag = Lag.Measurement(value: value, kind: .eventAge, resolution: resolution)
    #expect(Wording.lag(lag) == words)
  }
}
