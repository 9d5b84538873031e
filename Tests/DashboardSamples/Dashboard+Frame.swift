package import DashboardUI
package import MigrationWatch

extension Dashboard {
  /// Draws the screen as the event loop does: the lists learn first how many rows they have.
  package mutating func frame(_ size: Size, glyphs: Glyphs = .unicode) -> Frame {
    arrange()
    _ = apply(.viewport(DashboardViewModel(self).viewport(size: size, glyphs: glyphs)))
    return DashboardViewModel(self).frame(size: size, glyphs: glyphs)
  }
}
