// swift-tools-version: 6.3

import PackageDescription

let package = Package(
  name: "migtop",
  targets: [
    .target(name: "MigrationModel")
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
