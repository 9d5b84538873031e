internal import Glibc

extension NCursesScreen {
  package func lend() { give(to: .lent) }

  package func takeBack() {
    guard holder == .lent else { return }
    takeAgain()
  }

  package func comeBack() {
    let isTakenAway = holder == .shell || holder == .us && device.hasForeignModes
    guard isTakenAway, device.isOurs else { return }
    takeAgain()
  }

  /// What the user has changed of the terminal meanwhile stays for the shell.
  private func takeAgain() {
    take()
    resize()
    redraw()
  }

  package func suspend() {
    give(to: .shell)
    stop()
    comeBack()
  }

  /// Stops the process, until the shell lets it go on. Does nothing where no shell could do that.
  ///
  /// Not by SIGSTOP, which stops even then. To the whole group, as the terminal would: a script that started this
  /// program must stop with it. And to this thread: a signal to the process reaches another one first, and this one
  /// draws on.
  private func stop() {
    var standard = sigaction()
    var before = sigaction()
    var signals = sigset_t()
    var blocked = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGTSTP)
    // The others first, while this process does not hear it: stopped by both, it would have to be waked twice.
    var deaf = sigaction()
    unsafe deaf.__sigaction_handler.sa_handler = SIG_IGN
    unsafe sigaction(SIGTSTP, &deaf, &before)
    kill(0, SIGTSTP)
    unsafe sigaction(SIGTSTP, &standard, nil)
    unsafe pthread_sigmask(SIG_UNBLOCK, &signals, &blocked)
    raise(SIGTSTP)
    unsafe pthread_sigmask(SIG_SETMASK, &blocked, nil)
    unsafe sigaction(SIGTSTP, &before, nil)
  }

  package func copy(_ text: String) -> Bool {
    guard let sequence = Clipboard.sequence(copying: text) else { return false }
    if holder == .us { device.write(sequence) }
    return true
  }

  package func ring() {
    let now = ContinuousClock.now
    guard holder == .us, rangAt.map({ now - $0 >= .seconds(2) }) ?? true else { return }
    rangAt = now
    device.write([0x07])
  }

  package func setMouse(_ isOn: Bool) {
    isMouseOn = isOn
    if holder == .us { device.write(sequences.mouse(isOn)) }
  }
}
