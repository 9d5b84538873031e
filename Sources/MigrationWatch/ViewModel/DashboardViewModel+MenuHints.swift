/// The footer while a menu is open.
extension DashboardViewModel {
  func hints(in menu: FleetMenu) -> [Hint] {
    let close = Hint(key: Key.enter.name, label: "closes")
    switch menu {
    case .sort:
      return [
        Hint(key: keyName(of: .sort), label: "next column"),
        Hint(key: "\(keyName(of: .down)) \(keyName(of: .up))", label: "column"),
        Hint(key: keyName(of: .invertSort), label: "invert"), Hint(key: "g", label: "group"), close,
      ]
    case .columns:
      return [
        Hint(key: keyName(of: .mark), label: "show, hide"),
        Hint(key: "\(keyName(of: .down)) \(keyName(of: .up))", label: "column"),
        Hint(key: "J K", label: "move it"), Hint(key: "0", label: "default"), close,
      ]
    }
  }
}
