import MigrationWatch

extension DashboardViewModel {
  /// The first key of each command as the terminal can show it, then what they do: `n N`, `p hides`.
  func keyWords(_ commands: Command..., does label: String = "", in glyphs: Glyphs) -> String {
    let keys = commands.map { glyphs.keyName(keyName(of: $0)) }
    return (keys + [label]).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
