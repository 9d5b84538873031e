import MigrationAnalysis
package import MigrationModel

/// Everything that the screen and the other outputs depend on. Changed only by ``apply(_:)``.
package struct Dashboard: Sendable {
  package let settings: DashboardSettings
  package internal(set) var now: Moment
  package internal(set) var interval: Duration
  var live: FleetData
  /// What the screen shows while it is paused; the polling goes on underneath.
  var held: FleetData?
  package internal(set) var pausedAt: Moment?
  /// What the screen shows while somebody looks back; the polling goes on underneath.
  var past: Past?

  package internal(set) var places = [Place(.fleet)]
  /// The place before the last change of the view.
  var lastPlace: Place?
  package internal(set) var selected: Job.ID?
  /// The selected job while the filter hides it, and the one selected in its place.
  var standIn: StandIn?
  /// Before the user chooses a row, the first one is selected, whatever job comes to stand there.
  var hasChosen = false
  package internal(set) var fleetTop = 0
  package internal(set) var sort = FleetSort()
  package internal(set) var columns = ColumnChoice()
  package internal(set) var groups = FleetGroups()
  package internal(set) var menu: FleetMenu?
  package internal(set) var filter: FilterExpression?
  /// What the events view shows.
  package internal(set) var eventFilter: FilterExpression?
  /// The line that is typed; keys go there while there is one.
  package internal(set) var openPrompt: OpenPrompt?
  /// The line that the last key closed, if that was Esc.
  var escapedPrompt: OpenPrompt?
  /// What was entered, oldest first.
  var history: [OpenPrompt.Purpose: [String]] = [:]
  /// The filters that bear a name.
  package internal(set) var views: [SavedView]
  package internal(set) var openHelp: OpenHelp?
  package internal(set) var notice: String?
  package internal(set) var isPreviewShown = true
  package internal(set) var isWrapped = true
  package internal(set) var graphWindow = GraphWindow.hour
  package internal(set) var graphStyle = GraphStyle.blocks
  /// The time, in uptime, that the cursor of the lag graph stands at; `nil` while there is no cursor.
  package internal(set) var graphCursor: Duration?
  package internal(set) var isMouseOn = false
  /// The jobs whose changes ring.
  package internal(set) var bells: Set<Job.ID> = []
  var viewport = Viewport(rows: 1)
  /// Whether the first match is to be gone to when the screen has told where it is.
  var isFindPending = false
  var interest = Interest()

  /// The jobs that pass the filter, in the order of the sort, as of the last ``arrange()``.
  package internal(set) var order: [Job.ID] = []
  /// How many jobs there are of each state, those hidden by the filter included.
  package internal(set) var counts: [ShownState: Int] = [:]
  /// The same of the jobs that the filter hides.
  package internal(set) var hidden: [ShownState: Int] = [:]
  /// How many jobs each source has, by its name, as of the last ``arrange()``.
  package internal(set) var jobCounts: [String: Int] = [:]
  package internal(set) var attention = FleetAttention()
  /// How many jobs bear each name.
  var namesakes: [String: Int] = [:]
  var positions: [Job.ID: Int] = [:]
  /// The lines of the events view, as of the last ``arrange()``; empty in another view.
  var eventRows: [EventRow] = []
  var eventGraph = EventGraph()
  /// Of the job that the view is about, as of the last ``arrange()``; `nil` in another view.
  var sightings: ErrorSightings?
  /// Who else has the open error, as of the last ``arrange()``; `nil` in another view.
  var errorKin: ErrorKin?
  /// The lines of the JSON view, as of the last ``arrange()``; `nil` in another view.
  var openJSON: JobLines?
  /// Whether the data is still that of the last ``arrange()``.
  package internal(set) var isArranged = false
  /// Whether the user changed what is shown or how: that cannot wait.
  package internal(set) var mustArrange = true

  package init(settings: DashboardSettings, sources: [SourceState], now: Moment) {
    var settings = settings
    settings.remedies.refreshKey = RemedyCatalogue.refreshKey(of: settings.keys)
    self.settings = settings
    self.now = now
    interval = settings.interval
    views = settings.views
    history[.filter] = settings.views.map(\.filter)
    live = FleetData(
      sources: sources, fleet: Fleet(thresholds: settings.thresholds),
      journal: Journal(limits: settings.memory))
  }

  /// The data on screen: the live data, what was live when the screen was paused, or that of a past moment.
  package var shown: FleetData { past?.data ?? held ?? live }

  package var place: Place { places.last ?? Place(.fleet) }

  /// Takes in what happened and says what the program must now do.
  package mutating func apply(_ event: DashboardEvent) -> [DashboardEffect] {
    switch event {
    case .polled(let poll): return learn(poll)
    case .tick(let moment):
      return pass(to: moment)
    case .key(let key): return press(key)
    case .paste(let text): return paste(text)
    case .escapeTakenBack:
      reopenPrompt()
      return []
    case .click(let target): return click(target)
    case .scroll(let rows): return scroll(rows)
    case .batch(let events): return events.flatMap { apply($0) }
    case .viewport(let viewport):
      self.viewport = viewport
      self.viewport.rows = max(1, viewport.rows)
      // It is the help's, which lies over the view: what is beneath stays as it is.
      guard openHelp == nil else { return [] }
      if !viewport.columns.isEmpty { take(shown: viewport.columns) }
      keepPlacesInside()
      findPending()
      return attend()
    case .resized: return []
    case .notice(let text):
      notice = text
      return []
    case .stopRequested(let signal): return [.quit(code: 128 + signal)]
    case .suspendRequested: return [.suspend]
    }
  }

  private mutating func learn(_ poll: Poll) -> [DashboardEffect] {
    if poll.at.uptime > now.uptime { now = poll.at }
    let before = ringing
    let gone = live.learn(poll, interval: interval)
    if isLive { isArranged = false }
    // Nobody looks for a row that moves where there was none.
    if jobCounts.isEmpty { mustArrange = true }
    let rings = rings(since: before)
    if gone.isEmpty { return rings }
    mustArrange = true
    return rings + [.forget(gone)]
  }

  private mutating func pass(to moment: Moment) -> [DashboardEffect] {
    now = moment
    let before = ringing
    var attended = interest.visible
    if let selected { attended.insert(selected) }
    if live.passTime(at: moment, attended, interval: interval), isLive { isArranged = false }
    if isJSONOverdue { arrangeView() }
    return rings(since: before)
  }

  /// Judges every job as of now, whoever looks at it. For outputs that print them all.
  package mutating func judgeAll(at moment: Moment) {
    now = moment
    _ = live.passTime(at: moment, nil, interval: interval)
    isArranged = false
  }

  /// Judges one job as of now.
  package mutating func judge(_ job: Job.ID, at moment: Moment) {
    now = moment
    live.judge(job, at: moment, interval: interval)
    isArranged = false
  }

  /// Tells the pollers what is looked at, if that changed.
  mutating func attend() -> [DashboardEffect] {
    var new = Interest(selected: place.view.job ?? selected)
    if place.view == .fleet { new.visible = visibleJobs }
    if past != nil { new = withoutGone(new) }
    guard new != interest else { return [] }
    interest = new
    return [.attend(new)]
  }
}
