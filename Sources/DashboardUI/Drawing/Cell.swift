/// One place of a frame.
package struct Cell: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case cluster(Cluster)
    /// Covered by the wide cluster to the left.
    case continuation
  }

  package var content: Content
  package var style: Style

  package static let blank = Cell(content: .cluster(.blank), style: Style())

  package init(content: Content, style: Style) {
    self.content = content
    self.style = style
  }
}
