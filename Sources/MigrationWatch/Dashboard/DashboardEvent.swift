package import MigrationModel

/// Something that happened. All of it comes through one channel.
package enum DashboardEvent: Sendable {
  case polled(Poll)
  case key(Key)
  /// The terminal's size changed; the lists are told how much they can show by ``viewport(rows:)``.
  case resized
  /// How many rows of the current list are on screen.
  case viewport(rows: Int)
  case tick(Moment)
  /// A message of the program itself, for the line above the footer.
  case notice(String)
  /// SIGINT, SIGTERM, SIGHUP and the like, by number.
  case stopRequested(signal: Int32)
  /// SIGTSTP, which the terminal itself makes of Ctrl-z.
  case suspendRequested
}

/// Something the program must now do. The dashboard itself does nothing.
package enum DashboardEffect: Hashable, Sendable {
  /// These jobs, or all those of the sources; `nil` ids mean everything of them.
  case refresh(sources: [String], ids: [Job.ID]?)
  case attend(Interest)
  case setInterval(Duration)
  case forget([Job.ID])
  case redraw
  case suspend
  /// With the exit code: 0, or 128 and the signal's number.
  case quit(code: Int32)
}
