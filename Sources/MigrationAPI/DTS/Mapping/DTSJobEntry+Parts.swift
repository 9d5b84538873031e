import MigrationModel

extension DTSJobEntry {
  /// A phase of the list item, and its status if the item has one.
  struct ListedPhase {
    let kind: DTSStepKind
    /// The name of the field, for a check, of which there are several.
    var field: String?
    let status: DTSPhaseStatus?
  }

  /// The phases that were asked for or have a status, in their order.
  func listedPhases(type: DTSJobType) -> [ListedPhase] {
    let mode = migrationMode
    let isSubscription = type == .subscription
    let all: [(phase: ListedPhase, isAsked: Bool?)] = [
      (ListedPhase(kind: .precheck, status: precheckStatus), nil),
      (
        ListedPhase(kind: .schema, status: structureInitializationStatus),
        mode?.structureInitialization
      ),
      (ListedPhase(kind: .data, status: dataInitializationStatus), mode?.dataInitialization),
      (
        ListedPhase(
          kind: isSubscription ? .capture : .write, status: dataSynchronizationStatus),
        mode?.dataSynchronization
      ),
      (ListedPhase(kind: .etl, status: dataETLStatus), nil),
    ]
    return (all + checks).filter { $0.phase.status != nil || $0.isAsked == true }.map(\.phase)
      .filter { !excludes($0.part, type: type) }
  }

  /// What `ListJobStep` and the list item tell together. `ListJobStep` may be the shorter one: a
  /// kind that it does not name keeps what the list tells.
  ///
  /// - Parameter isNewer: Whether the list item is the newer one: then its percentages are.
  func parts(with entries: [DTSStepEntry], type: DTSJobType, isNewer: Bool) -> [DTSPart] {
    let listed = listedPhases(type: type)
    let named = entries.map { entry -> DTSPart in
      let part = entry.part
      guard isNewer, let newer = listed.first(where: { $0.kind == part.kind })?.part.percent
      else { return part }
      return part.with(percent: newer)
    }
    return named.filter { !excludes($0, type: type) } + listed.notNamed(in: entries).map(\.part)
  }

  /// Whether the task was not asked to go through this part, which stands there as not begun all
  /// the same.
  private func excludes(_ part: DTSPart, type: DTSJobType) -> Bool {
    guard !part.hasBegun, let mode = migrationMode else { return false }
    return switch part.kind {
    case .schema: mode.structureInitialization == false
    case .data: mode.dataInitialization == false
    case .write, .capture: mode.dataSynchronization == false && type != .subscription
    case .precheck, .verification, .etl, nil: false
    }
  }

  /// The comparisons of source and target, each with whether it was asked for. One that was not
  /// may stand there as not begun, which tells nothing.
  var checks: [(phase: ListedPhase, isAsked: Bool?)] {
    let mode = migrationMode
    let all: [(field: String, status: DTSPhaseStatus?, isAsked: Bool?)] = [
      ("FullDataCheckStatus", fullDataCheckStatus, mode?.fullDataCheck),
      ("IncDataCheckStatus", incDataCheckStatus, mode?.incDataCheck),
      ("StructureDataCheckStatus", structureDataCheckStatus, mode?.structureDataCheck),
      ("TimeWindowDataCheckStatus", timeWindowDataCheckStatus, mode?.timeWindowCheck),
    ]
    return all.map { field, status, isAsked in
      let phase = ListedPhase(kind: .verification, field: field, status: status)
      guard isAsked == false, !phase.part.hasBegun else { return (phase, isAsked) }
      return (ListedPhase(kind: .verification, field: field, status: nil), isAsked)
    }
  }
}

extension [DTSJobEntry.ListedPhase] {
  /// Those of a kind that no step has.
  func notNamed(in entries: [DTSStepEntry]) -> Self {
    let named = Set(entries.compactMap(\.kind))
    return filter { !named.contains($0.kind) }
  }
}

extension DTSJobEntry.ListedPhase {
  var state: Step.State { DTSStepState(word: status?.status)?.state ?? .unknown }

  /// What a check that is over found, where its word alone tells it.
  private var difference: String? {
    DTSStepState(word: status?.status) == .inconsistency ? "source and target differ" : nil
  }

  var part: DTSPart {
    DTSPart(
      kind: kind, state: state, isTold: status?.status?.nonEmpty != nil,
      percent: status?.percentValue)
  }

  /// The step as `ListJobStep` would tell it, until that was read.
  func step(type: DTSJobType, delay: DTSDelay?) -> Step {
    let text = status?.errorMessage?.nonEmpty
    let replicates = kind.phase == .incremental && state != .done
    return Step(
      id: field ?? kind.wireName, name: field ?? kind.wireName, label: kind.label,
      code: kind.code(type: type), state: state, nativeState: status?.status?.nonEmpty,
      phase: kind.phase,
      fraction: kind.phase == .incremental ? nil : status?.percentValue.map { min($0 / 100, 1) },
      lag: replicates ? Lag(eventAge: delay) : .absent(.notApplicable),
      note: state == .done ? text ?? difference : nil,
      error: state == .done
        ? nil : text.map { Step.Error(code: DTSErrorDetail.code(in: $0), message: $0) },
      children: (status?.detail ?? []).steps)
  }
}

extension DTSStepKind {
  /// The public number of the step; `nil` where none is published.
  func code(type: DTSJobType) -> String? {
    switch self {
    case .precheck: "01"
    case .schema: "02"
    case .data: "03"
    case .write: type.writeCode
    case .capture, .verification, .etl: nil
    }
  }
}
