import MigrationModel

extension RelationalMigrator.JobInterpretation {
  /// What was chosen for the job, as far as its figures cannot be read without it.
  var settingNotes: [String] {
    [unknownMode, toleratedErrors, rowFilters, chosenCollections, sampledComparison, oldVersion]
      .compactMap(\.self)
  }

  /// A part of the documents only: that they agree does not mean that all do.
  private var sampledComparison: String? {
    guard asksForVerification, let part = document.metadata?.verification?.samplePercentage,
      part > 0, part < 100
    else { return nil }
    return "the verification compares \(part.formatted) % of the data"
  }

  /// A copy that is completed may lack rows then.
  private var toleratedErrors: String? {
    guard let word = document.options?.errorHandling?.nonEmpty else { return nil }
    switch RelationalMigrator.ErrorHandling(word: word) {
    case .fail: return nil
    case .warn, .skip: return "errors of single records do not end the job (errorHandling \(word))"
    case nil: return "unknown errorHandling: \(word)"
    }
  }

  /// How many tables are not copied whole.
  var filteredTables: Int {
    let filters = document.relationalTableFilters?.values.flatMap(\.values) ?? []
    return filters.count { $0.whereClause?.nonEmpty != nil || $0.rowCount != nil }
  }

  /// The snapshot obeys them, the replication does not.
  private var rowFilters: String? {
    let tables = filteredTables
    guard tables > 0 else { return nil }
    return "row filters on \(tables == 1 ? "1 table" : "\(tables) tables")"
      + (replicates ? ", which do not hold for changes" : "")
  }

  private var chosenCollections: String? {
    let counts = [
      (document.collectionFilters?.include, "included"),
      (document.collectionFilters?.exclude, "excluded"),
    ].compactMap { names, word in names.flatMap { $0.isEmpty ? nil : "\($0.count) \(word)" } }
    return counts.isEmpty ? nil : "collections: " + counts.joined(separator: ", ")
  }

  private var unknownMode: String? {
    guard mode == nil, let word = document.options?.mode?.nonEmpty else { return nil }
    return "unknown mode: \(word)"
  }

  /// A job of the mode that ended with 1.13 was run by such a version, whatever answers today.
  private var oldVersion: String? {
    guard replicates, mode == .cdcOnly || version.map({ $0 < .withSafeCDC }) == true else {
      return nil
    }
    return RelationalMigrator.lossOfChanges
  }
}

extension Double {
  /// `10` or `0.5`.
  fileprivate var formatted: String { Int64(exactly: self).map { "\($0)" } ?? "\(self)" }
}
