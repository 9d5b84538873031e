import DashboardUI

extension Frame {
  /// Whether every wide cluster has its continuation, every continuation its cluster, and each row
  /// its columns.
  var hasWholeRows: Bool {
    cells.count == size.rows * size.columns
      && (0..<size.rows).allSatisfy { row in
        var isOwed = false
        for cell in self.row(row) {
          switch cell.content {
          case .continuation where isOwed: isOwed = false
          case .cluster(let cluster) where !isOwed: isOwed = cluster.width == 2
          case .continuation, .cluster: return false
          }
        }
        return !isOwed
      }
  }
}
