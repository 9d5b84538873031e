import MigrationModel
import MigrationWatch
import Testing
import migtop

struct BuiltInRemediesTests {
  private static let entries = BuiltInRemedies.files.flatMap(\.entries)

  @Test func `the files inside the program have no mistake and tell much`() {
    #expect(BuiltInRemedies.files.flatMap(\.mistakes) == [])
    #expect(Self.entries.count > 300)
  }

  @Test func `every entry says who says so, in sentences that are read in a moment`() {
    for entry in Self.entries {
      let texts = [entry.cause, entry.action].map { $0.filled([:]) }
      #expect(entry.source.contains { $0.isLetter }, "\(entry.code)")
      for text in texts {
        #expect(text.last == "." || text.last == ")", "\(entry.code): \(text)")
        #expect(text.first?.isUppercase == true || text.first == " ", "\(entry.code): \(text)")
      }
      #expect(texts.joined(separator: " ").count <= 340, "\(entry.code)")
    }
  }

  @Test func `no two entries bear the same code`() {
    for isOfJobs in [true, false] {
      let codes = Self.entries.filter { ($0.subject == .job) == isOfJobs }.map(\.code)
      #expect(Set(codes).count == codes.count)
    }
  }

  @Test(arguments: RemedyCase.known)
  func `what a service says leads to what is known of it`(_ sample: RemedyCase) {
    #expect(sample.remedy()?.code == sample.expected, "\(sample.message)")
  }

  @Test(arguments: RemedyCase.unknown)
  func `nothing is advised that an error does not say`(_ sample: RemedyCase) {
    #expect(sample.remedy()?.code == nil, "\(sample.message)")
  }

  @Test func `the table that an error names is the one to look at`() {
    let sample = RemedyCase(
      .dts, "mysql>mysql", "Table 'crm.customer' already exists", "MySQL 1050")
    #expect(sample.remedy()?.cause == "The target already has crm.customer.")
    let nameless = RemedyCase(.dts, "mysql>mysql", "ERROR 1050 (42S01)", "MySQL 1050")
    #expect(nameless.remedy()?.cause == "The target already has this table.")
    #expect(nameless.remedy()?.action.hasSuffix("Then restart the task in DTS.") == true)
  }

  @Test(
    arguments: [
      ("oracle>mysql", "at the target"), ("mysql>gaussdbv5", "at the source"),
      ("mysql>mysql", "at the source or target"), (">", "at the source or target"),
    ])
  func `it is said at which end to look`(way: String, place: String) {
    let sample = RemedyCase(.drs, way, "Too many connections", "MySQL 1040")
    #expect(sample.remedy()?.action.contains(place) == true)
  }
}
