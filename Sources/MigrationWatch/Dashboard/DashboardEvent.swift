package import MigrationModel

/// Something that happened. All of it comes through one channel.
package enum DashboardEvent: Sendable {
  case polled(Poll)
  case key(Key)
  /// A text that came in one piece, controls and all: it is typed into a prompt, and never a command.
  case paste(String)
  /// The last key, Esc, was none: a paste follows whose beginning came in pieces.
  case escapeTakenBack
  case click(ScreenTarget)
  /// By the wheel; negative towards the beginning.
  case scroll(rows: Int)
  /// Several that came at once: one drawing shows them all.
  indirect case batch([DashboardEvent])
  /// The terminal's size changed; the lists are told how much they can show by ``viewport(_:)``.
  case resized
  /// What the screen has room for.
  case viewport(Viewport)
  case tick(Moment)
  /// A message of the program itself, for the line above the footer.
  case notice(String)
  /// SIGINT, SIGTERM, SIGHUP and the like, by number.
  case stopRequested(signal: Int32)
  /// SIGTSTP, which the terminal itself makes of Ctrl-z.
  case suspendRequested
}

extension DashboardEvent {
  package static func viewport(rows: Int) -> Self { .viewport(Viewport(rows: rows)) }
}

/// What a pager is to show.
package enum PagedText: Hashable, Sendable {
  case text(String)
  /// The rows of the fleet, as `status` prints them.
  case fleet
}

/// What the screen has room for, and what only it knows of a text: how that was wrapped.
package struct Viewport: Hashable, Sendable {
  /// Rows of the current list or text on screen.
  package var rows: Int
  /// Of the text, all of it; `nil` for a list, whose length the dashboard knows.
  package var lines: Int?
  /// The lines of the text that hold what is looked for.
  package var matches: [Int]
  /// Of the fleet; empty in another view.
  package var columns: [FleetColumn]
  /// How many values the lag graph of a job has room for; `nil` while it is not the active pane.
  package var graphColumns: Int?

  package init(
    rows: Int, lines: Int? = nil, matches: [Int] = [], columns: [FleetColumn] = [],
    graphColumns: Int? = nil
  ) {
    self.rows = rows
    self.lines = lines
    self.matches = matches
    self.columns = columns
    self.graphColumns = graphColumns
  }
}

/// Something the program must now do. The dashboard itself does nothing.
package enum DashboardEffect: Hashable, Sendable {
  /// These jobs, or all those of the sources; `nil` ids mean everything of them.
  case refresh(sources: [String], ids: [Job.ID]?)
  case attend(Interest)
  case setInterval(Duration)
  case forget([Job.ID])
  /// Writes a file and says so, or why not, with a notice.
  case export(ExportedFile)
  /// Keeps a view in the configuration.
  case save(SavedView)
  case redraw
  case suspend
  /// Into the clipboard of the user's terminal.
  case copy(String)
  /// In the user's pager.
  case page(PagedText)
  case ring
  case setMouse(Bool)
  /// With the exit code: 0, or 128 and the signal's number.
  case quit(code: Int32)
}
