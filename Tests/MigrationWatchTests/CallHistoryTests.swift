import MigrationModel
import MigrationWatch
import Testing

@Suite struct CallHistoryTests {
  @Test func `an hour of calls is kept a minute a value, and a silent minute had none`() {
    var board = Board([.sample("a")])
    func calls(_ count: Int) {
      var poll = Poll(
        source: "lab", at: .at(board.seconds), outcome: .renewed(changed: false))
      poll.callsLastMinute = count
      board.apply(.polled(poll))
    }
    board.wait(60)
    calls(7)
    calls(9)
    board.wait(180)
    calls(4)
    let history = board.source()?.calls
    #expect(history?.last(6, now: .at(240)) == [nil, 0, 9, 0, 0, 4])
    #expect(history?.last(3, now: .at(360)) == [4, 0, 0])
    #expect(
      history?.last(60, now: .at(99_999)).compactMap(\.self) == Array(repeating: 0, count: 60))
    #expect(board.source()?.lastRenewal?.changed == false)
  }
}
