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
  func readKeys() -> [Key] { [] }
  func resize() { size = resized }
  func redraw() { calls.append("redraw") }
  func suspend() { calls.append("suspend") }
  func close() { calls.append("close") }

  /// Runs a loop of its own over the events.
  func run(
    _ events: [DashboardEvent], perform: @escaping (DashboardEffect) -> Void = { _ in }
  ) async -> Int32 {
    let stream = AsyncStream { channel in
      for event in events { channel.yield(event) }
      channel.finish()
    }
    return await EventLoop(FleetSample.dashboard(), on: self, perform: perform).run(stream)
  }

  /// The place that each frame names.
  var titles: [String] {
    frames.map { frame in
      let line = frame.text.prefix { $0 != "\n" }
      return line.firstRange(of: "  ").map { String(line[..<$0.lowerBound]) } ?? String(line)
    }
  }
}
