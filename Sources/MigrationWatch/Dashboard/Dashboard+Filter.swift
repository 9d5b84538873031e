import MigrationAnalysis
import MigrationModel

import struct FoundationEssentials.Date

extension Dashboard {
  mutating func openFilter() {
    filterPrompt = FilterPrompt(prompt: Prompt(filter?.text ?? ""), before: filter)
  }

  /// Starts with a filter of the command line.
  package mutating func setFilter(_ filter: FilterExpression?) {
    self.filter = filter
    mustArrange = true
  }

  mutating func clearFilter() {
    filter = nil
    mustArrange = true
  }

  /// A key while the filter is typed.
  mutating func type(_ key: Key) {
    guard var open = filterPrompt else { return }
    switch key {
    case .escape, .control("c"):
      filter = open.before
      filterPrompt = nil
      mustArrange = true
      return
    case .enter:
      guard open.error == nil else { return }
      if let text = open.prompt.string.nonBlank { filterHistory.append(text) }
      filterPrompt = nil
      return
    case .up, .down: recall(older: key == .up, into: &open)
    case .tab:
      if let completion = open.completions.first {
        open.prompt = Prompt(
          FilterExpression.completing(open.prompt.string, with: completion))
      }
    default:
      guard open.prompt.edit(key) else { return }
    }
    applyLive(&open)
  }

  /// Applies the text if it can be read, else says what is wrong and keeps the last good result.
  private mutating func applyLive(_ open: inout FilterPrompt) {
    do throws(FilterError) {
      let text = open.prompt.string
      filter = text.nonBlank == nil ? nil : try FilterExpression(parsing: text)
      open.error = nil
      mustArrange = true
    } catch {
      open.error = error
    }
    filterPrompt = open
  }

  private func recall(older: Bool, into open: inout FilterPrompt) {
    guard !filterHistory.isEmpty else { return }
    let next = (open.historyIndex ?? -1) + (older ? 1 : -1)
    guard next >= 0, next < filterHistory.count else { return }
    open.historyIndex = next
    open.prompt = Prompt(filterHistory[filterHistory.count - 1 - next])
  }

  /// The searchable side of a job.
  func subject(_ record: JobRecord) -> FilterSubject {
    let job = record.job
    var subject = FilterSubject(
      texts: [
        job.name, job.id.native, job.id.source, job.service.tag, job.service.rawValue,
        job.nativeStatus, job.from?.engine, job.from?.address, job.to?.engine, job.to?.address,
        job.failure?.message, record.shownState.word,
      ].compactMap { $0 },
      words: [
        .state: [job.state.rawValue, record.shownState.name],
        .service: [job.service.rawValue], .source: [job.id.source],
        .phase: [job.phase.rawValue], .kind: [job.kind?.rawValue].compactMap { $0 },
        .name: [job.name], .verdict: [record.judgement.verdict.word.rawValue],
      ])
    subject.numbers[.lag] = job.lag.value.map { $0 / .seconds(1) }
    subject.numbers[.progress] = JobReport.fraction(of: job).map { $0 * 100 }
    subject.numbers[.rate] = record.judgement.rates.rowsPerSecond
    subject.numbers[.age] = now.date.timeIntervalSince(job.observedAt)
    subject.numbers[.errors] = Double(JobError.all(of: job).count)
    if case .between(_, let high) = record.judgement.eta {
      subject.numbers[.eta] = high / .seconds(1)
    }
    if record.judgement.staleness != nil { subject.flags.insert(.stale) }
    if record.judgement.stalledSince != nil { subject.flags.insert(.stalled) }
    if record.judgement.cutover.ready == true { subject.flags.insert(.ready) }
    if record.isMarked { subject.flags.insert(.marked) }
    if record.isAcknowledged { subject.flags.insert(.acked) }
    return subject
  }
}

extension String {
  fileprivate var nonBlank: String? { allSatisfy(\.isWhitespace) ? nil : self }
}
