import struct Foundation.Date
import MigrationModel

extension Job {
  /// Everything that a client made of an answer, a line each, to be read by people and compared by
  /// tests.
  ///
  /// `-` stands for what is absent. What depends on the time of the reading is left out.
  var dump: String {
    var lines = identity
    lines += figures
    for step in steps { lines += step.lines(indent: "") }
    for note in notes { lines.append("note: \(plain(note))") }
    lines.append("details: \(details)")
    lines += logLines
    return lines.map { $0 + "\n" }.joined()
  }

  private var identity: [String] {
    [
      "job \(id.native) \"\(name)\" of \(id.source)",
      "kind: \(shown(kind?.rawValue)), replicates: \(shown(replicates))",
      "state: \(state) / \(phase), native: \(nativeStatus)",
      "from: \(from.text)",
      "to: \(to.text)",
      "created: \(shown(createdAt)), started: \(shown(startedAt)), finished: \(shown(finishedAt))",
    ]
  }

  private var figures: [String] {
    [
      "progress: \(progress.text)",
      "throughput: \(throughput.text)",
      "lag: \(lag.text)",
      "failure: \(failure?.text ?? "-")",
      "verification: \(verification?.text ?? "-")",
      "scrape: \(scrape?.text ?? "-")",
    ]
  }

  private var logLines: [String] {
    guard let log else { return ["log: -"] }
    return ["log: \(log.count) entries"] + log.map { "  " + $0.text }
  }
}

extension Step {
  fileprivate func lines(indent: String) -> [String] {
    let times = "started \(shown(startedAt)), finished \(shown(finishedAt))"
    let head =
      "\(indent)step \(id): \"\(label)\" \(plain(name)) \(shown(code)): \(state) / \(phase), "
      + "native \(shown(nativeState)), fraction \(shown(fraction)), lag \(lag.text), \(times)"
    let troubles = [
      error.map {
        "\(indent)  error: \(shown($0.code)): \(shown($0.message)), help \(shown($0.help))"
      },
      note.map { "\(indent)  note: \(plain($0))" },
    ]
    return [head] + troubles.compactMap(\.self)
      + children.flatMap { $0.lines(indent: indent + "  ") }
  }
}

extension LogEntry {
  fileprivate var text: String {
    "\(shown(at)) \(severity) \(plain(message)) | "
      + [details, code, location].map(shown).joined(separator: " | ")
      + " | \(shown(count))"
  }
}

extension Progress {
  fileprivate var text: String {
    let counts = [("rows", rows), ("tables", tables), ("bytes", bytes)].map {
      "\($0) \(shown($1.done))/\(shown($1.total))"
    }
    return (["\(shown(fraction)) \(quality)"] + counts + ["now \(processing)"])
      .joined(separator: ", ")
  }
}

extension Throughput {
  fileprivate var text: String {
    "\(shown(rowsPerSecond)) rows/s, "
      + "\(shown(bytesPerSecond)) bytes/s, "
      + "events \(shown(eventsLastMinute)) in a minute, "
      + "\(shown(eventsLastHour)) in an hour, "
      + "last \(shown(lastEventAt))"
  }
}

extension Lag {
  fileprivate var text: String {
    switch self {
    case .absent(let reason): "- (\(reason))"
    case .measured(let lag):
      "\(lag.value / .milliseconds(1)) ms \(lag.kind) at \(shown(lag.measuredAt))"
        + ", by \(lag.resolution / .milliseconds(1)) ms"
    }
  }
}

extension Failure {
  fileprivate var text: String {
    "\(shown(code)): \(shown(message)) "
      + "at \(shown(at)), in \(shown(location)), "
      + "during setup: \(shown(duringSetup)), "
      + "help \(shown(help))"
  }
}

extension Verification {
  fileprivate var text: String {
    "\(state), native \(shown(nativeStatus)), "
      + "fraction \(shown(fraction)), "
      + "ended \(shown(finishedAt)), continuous \(isContinuous)"
  }
}

extension Scrape {
  fileprivate var text: String {
    "\(status), "
      + "last success \(shown(lastSuccessAt)), "
      + "message \(shown(message))"
  }
}

extension DatabaseEndpoint? {
  fileprivate var text: String {
    guard let end = self else { return "-" }
    return [end.engine, end.address, end.database].map(shown)
      .joined(separator: " ")
  }
}

/// One line, whatever the text.
private func plain(_ text: String) -> String {
  text.replacing("\n", with: "\\n").replacing("\t", with: "\\t")
}

private func shown(_ text: String?) -> String { text.map(plain) ?? "-" }
private func shown(_ flag: Bool?) -> String { flag.map { "\($0)" } ?? "-" }
private func shown(_ number: Int64?) -> String { number.map { "\($0)" } ?? "-" }

/// Six digits are enough for a fraction and a rate, and the same everywhere.
private func shown(_ number: Double?) -> String {
  number.map { "\(($0 * 1e6).rounded() / 1e6)" } ?? "-"
}

/// Half a millisecond more, because the style cuts and a fraction is rarely exact.
private func shown(_ date: Date?) -> String {
  let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
  return date?.addingTimeInterval(0.000_5).formatted(style) ?? "-"
}
