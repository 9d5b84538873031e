import DashboardSamples
import DashboardUI
import MigrationModel
import MigrationWatch
import Testing

@MainActor @Suite struct EventLoopTests {
  @Test func `a key changes the next frame`() async {
    let screen = RecordingScreen()
    #expect(await screen.run([.key(.character("S"))]) == 0)
    #expect(screen.titles == ["migtop ▸ fleet", "migtop ▸ sources"])
  }

  @Test func `quit stops the loop before the next frame`() async {
    let screen = RecordingScreen()
    #expect(await screen.run([.key(.character("q")), .key(.character("S"))]) == 0)
    #expect(screen.titles == ["migtop ▸ fleet"])
    #expect(await screen.run([.key(.control("c"))]) == 130)
    #expect(await screen.run([.stopRequested(signal: 15), .key(.character("S"))]) == 143)
  }

  @Test func `a new size is asked for before it is drawn on`() async {
    let screen = RecordingScreen()
    _ = await screen.run([.resized])
    #expect(screen.frames.map(\.size) == [screen.first, screen.resized])
  }

  @Test func `the pollers learn which rows are on screen`() async {
    let screen = RecordingScreen()
    var visible: [Set<Job.ID>] = []
    _ = await screen.run([.resized]) {
      if case .attend(let interest) = $0 { visible.append(interest.visible) }
    }
    #expect(visible.map(\.count).last == screen.resized.rows - 5)
  }

  @Test func `redrawing and suspending are the screen's`() async {
    let screen = RecordingScreen()
    _ = await screen.run([.key(.control("l")), .key(.control("z"))])
    #expect(screen.calls == ["redraw", "suspend"])
  }

  @Test func `what came at once costs one frame, up to the key that quits`() async {
    let screen = RecordingScreen()
    let keys = Array(repeating: DashboardEvent.key(.character("j")), count: 500)
    let last = [DashboardEvent.key(.character("S")), .key(.control("c")), .key(.character("S"))]
    #expect(await screen.run([.batch(keys), .batch(last), .key(.character("E"))]) == 130)
    #expect(screen.frames.count == 2)
  }

  @Test func `a key behind one that opens a view moves in that view, also if both came at once`()
    async throws
  {
    let screen = RecordingScreen()
    let keys = [DashboardEvent.key(.character("J")), .key(.character("G"))]
    _ = await screen.run([.batch(keys)])
    let text = try #require(screen.frames.last?.text)
    let place = try #require(text.firstMatch(of: #/lines \d+-(\d+) of (\d+)/#))
    #expect(place.1 == place.2)
  }

  @Test func `the mouse is the screen's`() async {
    let screen = RecordingScreen()
    _ = await screen.run([.key(.character("m")), .key(.character("m"))])
    #expect(screen.calls == ["mouse on", "mouse off"])
  }

  @Test func `a copy and a bell are the screen's, and a copy is told of`() async {
    let screen = RecordingScreen()
    let (events, channel) = AsyncStream.makeStream(of: DashboardEvent.self)
    let loop = EventLoop(FleetSample.dashboard(), on: screen) { _ in }
    for effect in [DashboardEffect.ring, .copy("订单"), .copy("much too long")] {
      #expect(loop.perform(effect) == nil)
      channel.yield(.resized)
    }
    channel.finish()
    _ = await loop.run(events)
    #expect(screen.calls == ["ring", "copy 订单", "copy much too long"])
    #expect(screen.frames.last?.text.contains("13 bytes are too many") == true)
  }

  @Test func `a pager has the terminal until the user is done, and the dashboard goes on`() async {
    let screen = RecordingScreen()
    let (events, channel) = AsyncStream.makeStream(of: DashboardEvent.self)
    let (reading, isRead) = AsyncStream.makeStream(of: Never.self)
    @MainActor func page(_ text: String) async -> String? {
      #expect(text == "the text" && screen.calls == ["lend"])
      for key in ["S", "R"] as [Unicode.Scalar] { channel.yield(.key(.character(key))) }
      for await _ in reading {}
      #expect(screen.frames.isEmpty)
      channel.yield(.key(.control("c")))
      return "no such pager"
    }
    let loop = EventLoop(FleetSample.dashboard(), on: screen, page: page) { effect in
      if case .refresh = effect { isRead.finish() }
    }
    #expect(loop.perform(.page(.text("the text"))) == nil)
    #expect(loop.perform(.page(.text("another one"))) == nil)
    #expect(await loop.run(events) == 130)
    #expect(screen.calls == ["lend", "take back"])
    #expect(screen.titles == ["migtop ▸ sources"])
    #expect(screen.frames.last?.text.contains("no such pager") == true)
  }

  @Test func `jobs have their rows in the frame that counts them`() async {
    let jobs = FleetSample.dashboard().shown.fleet.records.values.map(\.job)
    func answer(_ source: String) -> DashboardEvent {
      let listing = Listing(jobs: jobs.filter { $0.id.source == source })
      return .polled(FleetSample.poll(source, ago: 0, .listed(listing, isFirst: true)))
    }
    let sources = FleetSample.dashboard().shown.sources.map {
      SourceState(source: $0.source, callsPerMinute: 60)
    }
    let empty = Dashboard(settings: DashboardSettings(), sources: sources, now: FleetSample.now)
    let screen = RecordingScreen()
    let look = DashboardEvent.key(.character("g"))
    _ = await screen.run([answer("rm-lab"), look, answer("dts-hz"), look], on: empty)
    let texts = screen.frames.map(\.text)
    #expect(texts.allSatisfy { !$0.contains("no job passes") && !$0.contains(" of 3 jobs") })
    #expect(texts.last?.contains("wwi-retail") == true)
  }

  @Test func `what is to be read again is handed on`() async {
    let screen = RecordingScreen()
    var effects: [DashboardEffect] = []
    _ = await screen.run([.key(.character("R"))]) { effects.append($0) }
    #expect(
      effects.contains(
        .refresh(sources: ["rm-lab", "dts-hz", "dts-sg", "drs-bj"], ids: nil)))
  }
}

/// Keeps every frame and says which other calls it got.
@MainActor private final class RecordingScreen: Screen {
  let first = Size(rows: 24, columns: 80)
  let resized = Size(rows: 21, columns: 100)
  private(set) var size: Size
  let glyphs = Glyphs.unicode
  private(set) var frames: [Frame] = []
  private(set) var calls: [String] = []

  init() { size = first }

  func show(_ frame: Frame) { frames.append(frame) }
  func resize() { size = resized }
  func redraw() { calls.append("redraw") }
  func suspend() { calls.append("suspend") }
  func lend() { calls.append("lend") }
  func takeBack() { calls.append("take back") }
  func ring() { calls.append("ring") }
  func setMouse(_ isOn: Bool) { calls.append(isOn ? "mouse on" : "mouse off") }

  func copy(_ text: String) -> Bool {
    calls.append("copy \(text)")
    return text.count < 10
  }

  /// Runs a loop of its own over the events.
  func run(
    _ events: [DashboardEvent], on dashboard: Dashboard = FleetSample.dashboard(),
    perform: @escaping (DashboardEffect) -> Void = { _ in }
  ) async -> Int32 {
    let stream = AsyncStream { channel in
      for event in events { channel.yield(event) }
      channel.finish()
    }
    return await EventLoop(dashboard, on: self, perform: perform).run(stream)
  }

  /// The place that each frame names.
  var titles: [String] {
    frames.map { frame in
      let line = frame.text.prefix { $0 != "\n" }
      return line.firstRange(of: "  ").map { String(line[..<$0.lowerBound]) } ?? String(line)
    }
  }
}
