package import MigrationModel

/// What is known of an error: why it comes, and what a person can do about it.
package struct Remedy: Hashable, Sendable {
  /// The name of its entry in the catalogue: the error's code where it has one, for example `ORA-01555`.
  package let code: String
  /// Why the error comes. Whole sentences.
  package let cause: String
  /// What to do, and where. Whole sentences.
  package let action: String
  /// Where the fact comes from: the title or the address of a public document.
  package let source: String

  package init(code: String, cause: String, action: String, source: String) {
    self.code = code
    self.cause = cause
    self.action = action
    self.source = source
  }
}

/// One entry of a catalogue: which errors it is about, and what is told of them.
package struct RemedyEntry: Hashable, Sendable {
  /// What the entry is about.
  package enum Subject: Hashable, Sendable {
    /// An error that a service reports of a job.
    case job
    /// A call of ours that failed.
    case call
    /// Any failed call of one kind that no other entry is about.
    case callsOfKind(ProviderError.Kind)
  }

  /// Unique among the entries of one subject.
  package let code: String
  package let subject: Subject
  /// Codes that mean the same.
  package var aliases: [String] = []
  /// Texts that only this error has. One of them is enough.
  package var patterns: [RemedyPattern] = []
  /// Empty for every service.
  package var services: Set<Service> = []
  /// The families of which one end of the job must be; empty for any.
  package var engines: Set<DatabaseEngine> = []
  package var cause: RemedyText
  package var action: RemedyText
  package var source: String

  package init(
    code: String, subject: Subject = .job, cause: RemedyText, action: RemedyText, source: String
  ) {
    self.code = code
    self.subject = subject
    self.cause = cause
    self.action = action
    self.source = source
  }

  /// The codes that an error may carry. A ``code`` without a digit and a capital letter is a name that
  /// somebody gave to the entry, and no error carries it.
  var errorCodes: [ErrorCode] {
    if case .callsOfKind = subject { return [] }
    return ([code] + aliases).filter { $0.contains { $0.isNumber || $0.isUppercase } }.map(
      ErrorCode.init)
  }

  /// Whether any error could match.
  package var isReachable: Bool {
    switch subject {
    case .job, .call: !errorCodes.isEmpty || !patterns.isEmpty
    case .callsOfKind: true
    }
  }

  /// Whether the entry is about calls of ours.
  var isAboutCalls: Bool {
    switch subject {
    case .job: false
    case .call, .callsOfKind: true
    }
  }
}
