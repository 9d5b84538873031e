// swift-tools-version: 6.3

import PackageDescription

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let customDump = Target.Dependency.product(name: "CustomDump", package: "swift-custom-dump")
// Without it expectNoDifference prints a difference on Linux and the test passes.
let issueReporting = Target.Dependency.product(
  name: "IssueReportingTestSupport", package: "xctest-dynamic-overlay")

let package = Package(
  name: "migtop",
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/CoreOffice/XMLCoder", from: "0.18.2"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
    .package(url: "https://github.com/pointfreeco/xctest-dynamic-overlay", from: "1.13.1"),
  ],
  targets: [
    .target(name: "MigrationModel"),
    .target(
      name: "MigrationAPI",
      dependencies: ["MigrationModel", crypto, .product(name: "XMLCoder", package: "XMLCoder")]),
    .testTarget(
      name: "MigrationAPITests",
      dependencies: ["MigrationAPI", "MigrationModel", customDump, issueReporting],
      exclude: ["Recorded"]),
  ],
  swiftLanguageModes: [.v6]
)

// One policy for every Swift target. Warnings are errors per target, so that dependencies keep theirs.
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
