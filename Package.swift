// swift-tools-version: 6.3

import PackageDescription

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let customDump = Target.Dependency.product(name: "CustomDump", package: "swift-custom-dump")
// Without it expectNoDifference prints a difference on Linux and the test passes.
let issueReporting = Target.Dependency.product(
  name: "IssueReportingTestSupport", package: "xctest-dynamic-overlay")

// What to do about known errors, inside the program: a copied binary alone has it.
let remedies = [
  "calls", "db2", "drs", "dts", "general", "mongodb", "mysql", "oracle", "postgresql",
  "relational-migrator", "sqlserver",
]

let package = Package(
  name: "migtop",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/CoreOffice/XMLCoder", from: "0.18.2"),
    // Without traits: its configuration support would bring in full Foundation a second time.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
    .package(url: "https://github.com/pointfreeco/xctest-dynamic-overlay", from: "1.13.1"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    .systemLibrary(name: "CNCurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "CTerminalRestore"),
    .target(name: "MigrationModel"),
    .target(
      name: "MigrationAPI",
      dependencies: ["MigrationModel", crypto, .product(name: "XMLCoder", package: "XMLCoder")]),
    .target(
      name: "HTTPTransport",
      dependencies: [
        "MigrationAPI", "MigrationModel",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]),
    .target(name: "MigrationAnalysis", dependencies: ["MigrationModel"]),
    .target(name: "MigrationWatch", dependencies: ["MigrationAnalysis", "MigrationModel"]),
    .target(name: "DashboardUI", dependencies: ["MigrationModel", "MigrationWatch"]),
    .target(
      name: "NCursesScreen",
      dependencies: ["CNCurses", "CTerminalRestore", "DashboardUI", "MigrationWatch"]),
    .target(
      name: "MigrationSimulator",
      dependencies: [
        crypto,
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .executableTarget(
      name: "migtop",
      dependencies: [
        "DashboardUI", "HTTPTransport", "MigrationAPI", "MigrationAnalysis", "MigrationModel",
        "MigrationSimulator", "MigrationWatch", "NCursesScreen",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      resources: remedies.map { .embedInCode("Resources/Remedies/\($0).toml") }),
    .testTarget(name: "MigrationModelTests", dependencies: ["MigrationModel"]),
    .testTarget(
      name: "MigrationAnalysisTests",
      dependencies: ["MigrationAnalysis", "MigrationModel", customDump, issueReporting],
      exclude: ["Traces/Recorded"]),
    .testTarget(
      name: "MigrationAPITests",
      dependencies: [
        "MigrationAPI", "MigrationModel", "MigrationWatch", customDump, issueReporting,
      ],
      exclude: ["Recorded"]),
    .testTarget(
      name: "MigrationSimulatorTests",
      dependencies: [
        // Scenario files are read by the program.
        "MigrationSimulator", "migtop", crypto,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
      ]),
    .testTarget(
      name: "MigrationWatchTests",
      dependencies: [
        "MigrationAnalysis", "MigrationModel", "MigrationWatch", customDump, issueReporting,
      ]),
    // A fleet that the tests of the pictures and of the terminal share.
    .target(
      name: "DashboardSamples", dependencies: ["DashboardUI", "MigrationModel", "MigrationWatch"],
      path: "Tests/DashboardSamples"),
    .testTarget(
      name: "DashboardUITests",
      dependencies: [
        // The pictures show the advice that comes with the program.
        "DashboardSamples", "DashboardUI", "MigrationModel", "MigrationWatch", "migtop", customDump,
        issueReporting,
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "NCursesScreenTests",
      dependencies: [
        "CNCurses", "DashboardSamples", "DashboardUI", "MigrationAnalysis", "MigrationModel",
        "MigrationWatch", "NCursesScreen",
      ]),
    .testTarget(
      name: "ProviderContractTests",
      dependencies: [
        "HTTPTransport", "MigrationAPI", "MigrationModel", "MigrationSimulator", "MigrationWatch",
        customDump, issueReporting,
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      exclude: ["Certificates"]),
    // Runs the program that is built beside the tests.
    .testTarget(name: "EndToEndTests", dependencies: ["migtop"]),
    .testTarget(
      name: "SettingsTests",
      dependencies: [
        "MigrationAPI", "MigrationAnalysis", "MigrationModel", "MigrationWatch", "migtop",
        customDump,
        issueReporting,
      ],
      exclude: ["Invalid", "Valid"]),
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
