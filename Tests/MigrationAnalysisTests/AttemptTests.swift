import MigrationAnalysis
import MigrationModel
import Testing

@Suite struct AttemptTests {
  private func progress(_ rows: Int64?, _ fraction: Double?) -> Progress {
    Progress(fraction: fraction, rows: .init(done: rows))
  }

  @Test func `a counter that falls is another attempt, with what it lost`() {
    var observer = Observer(.full)
    observer.read(at: 0) { $0.progress = progress(600_000, 0.6) }
    let again = observer.read(at: 5) { $0.progress = progress(100_000, 0.1) }
    #expect(again.attempts.count == 2)
    #expect(again.attempts.loss?.rows == 500_000)
    #expect(again.attempts.loss?.fraction == 0.6)
  }

  @Test func `a percentage that falls to the start is one too`() {
    var observer = Observer(.full)
    observer.read(at: 0) { $0.progress = progress(nil, 0.6) }
    #expect(observer.read(at: 5) { $0.progress = progress(nil, 0) }.attempts.count == 2)
    #expect(observer.judged(at: 5).attempts.loss?.rows == nil)
  }

  @Test func `a copy that waited or missed a figure before it began again is seen`() {
    var observer = Observer(.full)
    observer.read(at: 0) { $0.progress = progress(600_000, 0.6) }
    observer.read(at: 5) {
      $0.phase = .pending
      $0.progress = progress(nil, nil)
    }
    observer.read(at: 10) { $0.phase = .full }
    #expect(observer.read(at: 15) { $0.progress = progress(0, 0) }.attempts.count == 2)
  }

  @Test(
    arguments: [
      Progress(fraction: 0.6, rows: .init(done: 599_999)),
      Progress(fraction: 0.2, quality: .growing, rows: .init(done: 600_000)),
    ])
  func `a correction is none`(next: Progress) {
    var observer = Observer(.full)
    observer.read(at: 0) { $0.progress = progress(600_000, 0.6) }
    #expect(observer.read(at: 5) { $0.progress = next }.attempts.count == 1)
  }

  @Test func `a percentage falls without an attempt when its total grows`() {
    var observer = Observer(.full)
    observer.read(at: 0) { $0.progress = progress(nil, 0.6) }
    let judgement = observer.read(at: 5) {
      $0.progress = Progress(fraction: 0.2, quality: .growing)
    }
    #expect(judgement.attempts.count == 1)
  }
}
