import MigrationAnalysis
import MigrationModel
import Testing

@Suite struct StalenessTests {
  @Test func `data older than the limit is stale by our poll`() {
    var observer = Observer(.full)
    observer.read(at: 0)
    #expect(observer.look(at: 60).staleness == nil)
    #expect(observer.look(at: 60.5).staleness == .poll)
    #expect(observer.read(at: 61).staleness == nil)
  }

  @Test func `a scrape is stale after two minutes of the service's time`() {
    var observer = Observer(.incremental)
    observer.read(at: 130) {
      $0.scrape = Scrape(isAvailable: true, lastSuccessAt: Moment.at(10).date)
    }
    #expect(observer.look(at: 130).staleness == nil)
    #expect(observer.look(at: 131).staleness == .scrape)
    observer.clockOffset = .seconds(-30)
    #expect(observer.look(at: 131).staleness == nil)
    observer.clockOffset = .seconds(30)
    #expect(observer.look(at: 130).staleness == .scrape)
  }

  @Test func `a scrape that does not work is stale at once, while the job runs`() {
    var observer = Observer(.incremental)
    #expect(observer.read(at: 0) { $0.scrape = Scrape(isAvailable: false) }.staleness == .scrape)
    #expect(observer.read(at: 5) { $0.state = .warning }.staleness == .scrape)
    #expect(observer.read(at: 10) { $0.state = .done }.staleness == nil)
    #expect(observer.look(at: 71).staleness == .poll)
  }
}
