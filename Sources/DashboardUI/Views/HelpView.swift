import MigrationWatch

/// The keys that are bound, and what glyphs and marks mean.
struct HelpView {
  let model: DashboardViewModel

  func draw(on canvas: inout Canvas) {
    canvas.fill(Style())
    let lines = lines(columns: canvas.size.columns - 4)
    let rows = max(1, canvas.size.rows - 2)
    let top = min(model.dashboard.helpTop ?? 0, max(0, lines.count - rows))
    let more =
      lines.count > rows
      ? "lines \(top + 1)-\(min(lines.count, top + rows)) of \(lines.count)   " : ""
    let inside = canvas.box(
      title: "help", footer: "\(more)? or Esc closes", style: .muted, titleStyle: .title)
    canvas.draw(in: inside) { canvas in
      for (row, line) in lines.dropFirst(top).prefix(rows).enumerated() {
        canvas.write(line.text, row: row, column: 0, style: line.isHeading ? .title : Style())
      }
    }
  }

  private struct Line {
    let text: String
    var isHeading = false
  }

  private func lines(columns: Int) -> [Line] {
    let isWide = columns >= 76
    var lines: [Line] = []
    for group in KeyBinding.Group.allCases {
      let bindings = model.dashboard.settings.keys.bindings.filter { $0.group == group }
      lines.append(Line(text: group.rawValue, isHeading: true))
      let entries = bindings.map(entry)
      guard isWide else {
        lines += entries.map { Line(text: $0) }
        continue
      }
      let half = (entries.count + 1) / 2
      for index in 0..<half {
        let right = index + half < entries.count ? entries[index + half] : ""
        lines.append(Line(text: padded(entries[index], to: columns / 2) + right))
      }
    }
    return lines + [Line(text: "SIGNS", isHeading: true)] + Self.legend.map { Line(text: $0) }
  }

  private func entry(_ binding: KeyBinding) -> String {
    padded(binding.keys.map(\.name).joined(separator: " "), to: 12) + binding.label
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - TextWidth.columns(of: text)))
  }

  private static let legend = [
    "STATE  > RUN  ! WARN  X FAIL  ~ STAL data too old  % STALL fresh, nothing moves",
    "       = PAUS  . PEND  * DONE  # STOP  ? UNKN      row » cursor  · marked  v acked",
    "LAG    = steady  v catching up  ^ falling behind  i idle  f frozen  blank unknown",
    "PROG   ~61% of an estimate  >99% past it  - open-ended   ETA 38m-51m  - never known",
    "AGE    of the reading; STAL after 3 polls and 1m   CUT ready, no, ? unknown, - none",
    "FILTER words, state:failed service:rm source: phase:full lag>10m progress<50% -not or ( )",
  ]
}
