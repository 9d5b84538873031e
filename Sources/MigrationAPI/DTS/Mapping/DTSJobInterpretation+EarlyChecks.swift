import MigrationModel

extension DTSJobInterpretation {
  /// A comparison of all rows that has begun before they are copied. What one answer said is
  /// compared with what the same or a later one says of the copy: an older one may have been
  /// overtaken.
  var earlyChecks: [String] {
    guard let check = fullCheck(before: copyInList) ?? fullCheck(before: copyInSteps) else {
      return []
    }
    return ["the verification says \(check), the full data is not copied"]
  }

  /// How many seconds before the list item something was said.
  private typealias Age = Double

  /// When the copy was said to be open; `nil` if it was not.
  private var copyInList: Age? {
    let phase = entry.listedPhases(type: record.type).first { $0.kind == .data }
    return phase?.part.isUnfinished == true ? 0 : nil
  }

  private var copyInSteps: Age? {
    guard let steps = record.steps, steps.status == entry.status,
      steps.entries.contains(where: { $0.kind == .data && $0.part.isUnfinished })
    else { return nil }
    return record.stepsAge
  }

  /// The word of a check that was said to have begun, not later than the copy was said to be open.
  private func fullCheck(before copy: Age?) -> String? {
    guard let copy else { return nil }
    if copy <= 0, let phase = entry.checks.first?.phase, phase.part.hasBegun {
      return phase.status?.status?.nonEmpty
    }
    guard let age = record.stepsAge, age >= copy, record.steps?.status == entry.status,
      onlyFullCheckIsAsked
    else { return nil }
    return record.steps?.entries.first { $0.kind == .verification && $0.part.hasBegun }?.state
  }

  /// A step does not say which check it is, and that of the structures may come first.
  private var onlyFullCheckIsAsked: Bool {
    let mode = entry.migrationMode
    return mode?.fullDataCheck == true && mode?.structureDataCheck != true
      && mode?.timeWindowCheck != true
  }
}
