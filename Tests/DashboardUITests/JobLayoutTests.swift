import DashboardUI
import MigrationWatch
import Testing

@Suite struct JobLayoutTests {
  private static let columns = [1, 8, 40, 50, 79, 80, 109, 110, 120, 179, 180, 200, 250]

  @Test(arguments: Pane.allCases) func `at every size the panes fill the body and none overlaps`(
    active: Pane
  ) {
    for size in Self.columns.flatMap({ column in (1...80).map { Size(rows: $0, columns: column) } })
    {
      for (isZoomed, hasGraph) in [(false, true), (false, false), (true, true)] {
        let places = JobLayout(size, active: active, isZoomed: isZoomed, hasGraph: hasGraph).places
        #expect(places.contains { $0.pane == active }, "\(size)")
        #expect(places.allSatisfy { $0.region.rows > 2 || places.count == 1 }, "\(size)")
        #expect(covered(places, size) == size.rows * size.columns, "\(size) \(places)")
      }
    }
  }

  /// How many cells belong to exactly one pane.
  private func covered(_ places: [JobLayout.Place], _ size: Size) -> Int {
    let isApart = places.enumerated().allSatisfy { index, one in
      places[(index + 1)...].allSatisfy { !overlap(one.region, $0.region) }
    }
    let isInside = places.map(\.region).allSatisfy {
      $0.row >= 0 && $0.column >= 0 && $0.row + $0.rows <= size.rows
        && $0.column + $0.columns <= size.columns
    }
    guard isApart, isInside else { return 0 }
    return places.reduce(0) { $0 + $1.region.rows * $1.region.columns }
  }

  private func overlap(_ one: Region, _ other: Region) -> Bool {
    one.row < other.row + other.rows && other.row < one.row + one.rows
      && one.column < other.column + other.columns && other.column < one.column + one.columns
  }

  @Test func `errors give way before the graph, and the graph before the progress`() throws {
    func rows(_ height: Int) -> [Int] {
      let size = Size(rows: height, columns: 80)
      let layout = JobLayout(size, active: .errors, isZoomed: false, hasGraph: true)
      return layout.places.map(\.region.rows)
    }
    #expect(rows(19) == [7, 7, 5])
    #expect(rows(18) == [7, 6, 5])
    #expect(rows(17) == [8, 3, 6])
    #expect(rows(13) == [5, 3, 5])
    #expect(rows(12) == [5, 7])
    #expect(rows(7) == [7])
  }
}
