import DashboardUI
import Testing

@Suite struct DrawingGraphTests {
  /// Nothing for a while, a gap, then a climb to 18m04s.
  private let climb = (0..<36).map { column -> Double? in
    (6..<9).contains(column) ? nil : max(0, Double(column - 15)) / 20 * 1084
  }

  @Test func `a lag is a mountain with a threshold behind it`() {
    var canvas = Canvas(size: Size(rows: 5, columns: 40))
    canvas.draw(LagGraph(values: climb, threshold: 600))
    #expect(
      canvas.frame.text == """
        18m┤                                ▂▄▆█
           ┤                            ▂▄▆█████
        10m┤╌╌╌╌╌╌   ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌▂▄▆█████████
           ┤                    ▂▄▆█████████████
         0s┤▁▁▁▁▁▁   ▁▁▁▁▁▁▁▂▄▆█████████████████
        """)
  }

  @Test func `the reader's part of the lag lies below, and the values end at the right`() {
    var canvas = Canvas(size: Size(rows: 3, columns: 32))
    let values = Array(climb.suffix(24))
    canvas.draw(LagGraph(values: values, reading: values.map { value in value.map { $0 / 2 } }))
    #expect(
      canvas.frame.text == """
        18m┤                     ▁▂▃▄▆▇█
           ┤               ▂▃▄▅▆████████
         0s┤    ▁▁▁▁▁▂▄▅▆▇██████░░░░░░░░
        """)
  }

  @Test func `an ASCII graph has the same shape`() {
    var canvas = Canvas(size: Size(rows: 3, columns: 40), glyphs: .ascii)
    canvas.draw(LagGraph(values: climb, threshold: 600))
    #expect(
      canvas.frame.text == """
        18m|                             _.,-+*#
        10m|------   --------------.,-=+########
         0s|______   ________.-=+*##############
        """)
  }

  @Test(arguments: [
    ([0.2, 0.8, nil], " 1s┤         ▂▆ "), ([nil, .nan, .infinity], " 1s┤            "),
    ([-5, 1e300, 2], "370370d┤     ▁█▁"),
  ])
  func `values that are not there leave a gap and no value breaks the axis`(
    values: [Double?], shown: String
  ) {
    var canvas = Canvas(size: Size(rows: 1, columns: 16))
    canvas.draw(LagGraph(values: values))
    #expect(canvas.frame.text == shown)
  }
}
