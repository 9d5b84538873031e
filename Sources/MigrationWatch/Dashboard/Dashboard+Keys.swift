import MigrationAnalysis
import MigrationModel

extension Dashboard {
  /// What a key press does: types into the prompt if one is open, else runs the key's command.
  mutating func press(_ key: Key) -> [DashboardEffect] {
    notice = nil
    escapedPrompt = nil
    if openHelp != nil { return pressInHelp(key) }
    if openPrompt != nil, settings.keys.command(for: key) != .quit || !key.isControl {
      return act { $0.type(key) }
    }
    if menu != nil, pressInMenu(key) {
      if mustArrange { arrange() }
      return attend()
    }
    if let pane = pane(for: key) {
      show(pane)
      return []
    }
    guard let command = settings.keys.command(for: key) else { return [] }
    if let refusal = command.refusal(in: place.view) {
      notice = "\(key.name) \(command.rawValue) \(refusal)"
      return []
    }
    return act { $0.run(command) }
  }

  mutating func run(_ command: Command) -> [DashboardEffect] {
    switch command {
    case .down, .up, .first, .last, .halfPageDown, .halfPageUp, .pageDown, .pageUp: move(command)
    case .open, .steps, .errors, .events, .sources, .json, .lastView: go(command)
    case .fold, .unfold, .foldAll, .unfoldAll:
      if isGraphActive {
        moveGraphCursor(command)
      } else if place.view == .fleet {
        foldGroups(command)
      } else {
        fold(command)
      }
    case .nextPane, .previousPane, .zoom, .preview, .wrap, .shorterGraph, .longerGraph:
      adjust(command)
    case .filter: open(searchPurpose)
    case .clearFilter: clearFilter()
    case .commandLine: open(.command)
    case .help: openHelp = OpenHelp()
    case .export: return export()
    case .copy: return copy()
    case .copyJSON: return copyJSON()
    case .pager: return page()
    case .bell: toggleBell()
    case .sort: openSortMenu()
    case .invertSort: invertSort()
    case .columns: openColumnMenu()
    case .columnsLeft, .columnsRight: scrollColumns(right: command == .columnsRight)
    case .attention, .nextMatch, .previousMatch: seek(command)
    case .follow: follow()
    case .mark: toggleMark()
    case .acknowledge: toggleAcknowledged()
    case .refresh, .refreshAll: return refresh(command)
    case .slower, .faster: return changeInterval(command)
    case .pause: togglePause()
    case .stepBack: stepBack()
    case .stepForward: stepForward()
    case .minuteBack: travel(seconds: -60)
    case .minuteForward: travel(seconds: 60)
    case .close: return close()
    case .back: return places.count > 1 ? close() : [.quit(code: 0)]
    case .quit: return [.quit(code: 130)]
    case .mouse: return toggleMouse()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    }
    return []
  }

  private func pane(for key: Key) -> Pane? {
    guard case .job = place.view, case .character(let scalar) = key,
      let digit = Character(scalar).wholeNumberValue
    else { return nil }
    return Pane(rawValue: digit)
  }

  private mutating func adjust(_ command: Command) {
    let panes = Pane.allCases
    let index = panes.firstIndex(of: place.pane) ?? 0
    switch command {
    case .nextPane: show(panes[(index + 1) % panes.count])
    case .previousPane: show(panes[(index + panes.count - 1) % panes.count])
    case .zoom: places[places.count - 1].isZoomed.toggle()
    case .preview: isPreviewShown.toggle()
    case .wrap: isWrapped.toggle()
    case .shorterGraph: graphWindow = graphWindow.shorter
    case .longerGraph: graphWindow = graphWindow.longer
    default: break
    }
  }

  private mutating func refresh(_ command: Command) -> [DashboardEffect] {
    guard past == nil else {
      let (live, read) = (settings.keys.keyName(of: .pause), settings.keys.keyName(of: command))
      notice =
        "this is the past: \(live ?? ":live") goes live, then \(read ?? ":refresh") reads anew"
      return []
    }
    guard command == .refresh else {
      notice = refreshAllNotice
      return [.refresh(sources: live.sources.map(\.source.name), ids: nil)]
    }
    if place.view == .sources, live.sources.indices.contains(place.cursor) {
      let name = live.sources[place.cursor].source.name
      notice = delayWords(name) ?? "reading \(name) anew"
      return [.refresh(sources: [name], ids: nil)]
    }
    guard let id = subjectJob else {
      notice = "there is no job here to read anew"
      return []
    }
    notice = delayWords(id.source) ?? "reading it anew"
    return [.refresh(sources: [id.source], ids: [id])]
  }

  private var refreshAllNotice: String {
    let delays = live.sources.compactMap { delayWords($0.source.name) }.joined(separator: ", ")
    return "reading everything anew, "
      + (delays.isEmpty ? "within the budget of each source" : "but \(delays)")
  }

  /// When the budget or a pause lets a source be asked again; `nil` if nothing forbids it.
  private func delayWords(_ name: String) -> String? {
    guard let source = live.source(name), let next = source.nextCallAt,
      next.uptime - now.uptime > .seconds(1), source.health != .ok
    else { return nil }
    return "\(name) may be asked again in \(Wording.elapsed(next.uptime - now.uptime))"
  }

  private mutating func changeInterval(_ command: Command) -> [DashboardEffect] {
    let steps: [Duration] = [1, 2, 5, 10, 15, 30, 60, 120, 300].map { .seconds($0) }
    let new =
      command == .slower
      ? steps.first { $0 > interval } : steps.last { $0 < interval }
    guard let new else { return [] }
    interval = new
    notice = "every \(Wording.limit(new))"
    return [.setInterval(new)]
  }

  private mutating func togglePause() {
    if past != nil {
      goLive()
    } else if held == nil {
      held = live
      pausedAt = now
    } else {
      held = nil
      pausedAt = nil
      mustArrange = true
    }
  }

  /// Closes what lies on top: what is looked for, a zoomed pane, the view, and at the root the filter.
  private mutating func close() -> [DashboardEffect] {
    if place.find != nil {
      places[places.count - 1].find = nil
    } else if place.view == .events, eventFilter != nil {
      eventFilter = nil
    } else if graphCursor != nil, isGraphActive {
      graphCursor = nil
    } else if place.isZoomed {
      places[places.count - 1].isZoomed = false
    } else if places.count > 1 {
      lastPlace = places.removeLast()
    } else if past != nil {
      goLive()
    } else if filter != nil {
      clearFilter()
    }
    return []
  }
}
