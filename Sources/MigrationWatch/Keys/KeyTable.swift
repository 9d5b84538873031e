/// One row of the table behind dispatch, footer, help, command line and documentation.
package struct KeyBinding: Hashable, Sendable {
  package enum Group: String, CaseIterable, Hashable, Sendable {
    case move = "MOVE"
    case data = "DATA"
    case view = "VIEW"
    case out = "OUT"
  }

  package let command: Command
  package let group: Group
  package let keys: [Key]
  /// A few words for the help and the documentation.
  package let label: String
  /// The same for this and the bindings that follow with the same words: they share a line of the help.
  package let shared: String?

  init(
    _ command: Command, _ group: Group, _ keys: [Key], _ label: String, shared: String? = nil
  ) {
    self.command = command
    self.group = group
    self.keys = keys
    self.label = label
    self.shared = shared
  }
}

/// The keys of the dashboard.
package struct KeyTable: Hashable, Sendable {
  package let bindings: [KeyBinding]
  private let commands: [Key: Command]

  package init(_ bindings: [KeyBinding] = Self.standard) {
    self.bindings = bindings
    commands = Dictionary(
      bindings.flatMap { binding in binding.keys.map { ($0, binding.command) } },
      uniquingKeysWith: { first, _ in first })
  }

  package func command(for key: Key) -> Command? { commands[key] }

  package func binding(of command: Command) -> KeyBinding? {
    bindings.first { $0.command == command }
  }

  /// How the first key of a command is spelled; `nil` if it has none.
  package func keyName(of command: Command) -> String? {
    binding(of: command)?.keys.first?.name
  }
}
