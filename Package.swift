// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "cmcase",
    products: [
        .executable(name: "cmcase", targets: ["cmcase"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
    ],
    targets: [
        // The bottom: what has no idea of cases.
        .target(name: "Basics"),
        .target(name: "YAML", dependencies: ["Basics", .product(name: "Yams", package: "Yams")]),
        .target(name: "JSON", dependencies: ["Basics"]),
        .target(name: "Threads"),

        // The pure core.
        .target(name: "CaseModel", dependencies: ["Basics", "JSON"]),
        .target(name: "Measures", dependencies: ["Basics", "CaseModel"]),
        .target(name: "ServiceLevels", dependencies: ["Basics", "CaseModel", "YAML"]),
        .target(
            name: "Playbook", dependencies: ["Basics", "CaseModel", "YAML"],
            resources: [
                .embedInCode("BuiltIn/community-manager.yaml"), .embedInCode("BuiltIn/web-posting-assessment.yaml"),
            ]),

        // The log.
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "SQLite", dependencies: ["CSQLite"]),
        .target(name: "Migrations", path: "Migrations", resources: [.embedInCode("0001-log.sql")]),
        .target(
            name: "EventStore",
            dependencies: ["Migrations", "SQLite", "Threads", .product(name: "Crypto", package: "swift-crypto")]),
        .target(name: "Projections", dependencies: ["Basics", "CaseModel", "EventStore", "JSON", "SQLite", "Threads"]),

        // What comes in, what goes out.
        .target(name: "Intake", dependencies: ["Basics", "CaseModel", "JSON", "YAML"]),
        .target(name: "Terminal", dependencies: ["Basics"]),
        .target(
            name: "Wording", dependencies: ["Basics", "CaseModel", "Measures", "Playbook", "ServiceLevels", "Terminal"]),

        // The application and its command line.
        .target(
            name: "CaseDesk",
            dependencies: [
                "Basics", "CaseModel", "EventStore", "Intake", "JSON", "Measures", "Playbook", "Projections",
                "ServiceLevels", "Threads",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .executableTarget(
            name: "cmcase",
            dependencies: [
                "Basics", "CaseDesk", "CaseModel", "EventStore", "Intake", "JSON", "Measures", "Playbook",
                "Projections", "ServiceLevels", "Terminal", "Wording", "YAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // What the benchmark and the trials need besides.
        .executableTarget(
            name: "workbench",
            dependencies: [
                "Basics", "CaseDesk", "CaseModel", "Intake", "JSON", "Playbook", "ServiceLevels", "YAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // What tests share, and the tests.
        .target(name: "TestSupport", dependencies: ["Basics"], path: "Tests/TestSupport"),
        .testTarget(name: "BasicsTests", dependencies: ["Basics", "TestSupport"]),
        .testTarget(name: "YAMLTests", dependencies: ["YAML"]),
        .testTarget(name: "ThreadsTests", dependencies: ["Threads"]),
        .testTarget(name: "JSONTests", dependencies: ["Basics", "JSON"]),
        .testTarget(
            name: "CaseModelTests",
            dependencies: ["Basics", "CaseModel", "JSON", .product(name: "CustomDump", package: "swift-custom-dump")]),
        .testTarget(name: "MeasuresTests", dependencies: ["Basics", "CaseModel", "Measures", "TestSupport"]),
        .testTarget(
            name: "ServiceLevelsTests",
            dependencies: [
                "Basics", "CaseModel", "ServiceLevels", "YAML",
                .product(name: "CustomDump", package: "swift-custom-dump"),
            ]),
        .testTarget(
            name: "PlaybookTests",
            dependencies: [
                "Basics", "CaseModel", "Playbook", .product(name: "CustomDump", package: "swift-custom-dump"),
            ]),
        .testTarget(name: "SQLiteTests", dependencies: ["SQLite", "TestSupport"]),
        .testTarget(
            name: "EventStoreTests",
            dependencies: [
                "Basics", "EventStore", "SQLite", "TestSupport", .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .testTarget(
            name: "ProjectionsTests",
            dependencies: ["Basics", "CaseModel", "EventStore", "JSON", "Projections", "SQLite", "TestSupport"]),
        .testTarget(
            name: "IntakeTests",
            dependencies: [
                "Basics", "CaseModel", "Intake", "TestSupport", "YAML",
                .product(name: "CustomDump", package: "swift-custom-dump"),
            ]),
        .testTarget(name: "TerminalTests", dependencies: ["Basics", "Terminal"]),
        .testTarget(
            name: "WordingTests",
            dependencies: ["Basics", "CaseModel", "Measures", "Playbook", "ServiceLevels", "Terminal", "Wording"]),
        .testTarget(
            name: "CaseDeskTests",
            dependencies: [
                "Basics", "CaseDesk", "CaseModel", "EventStore", "Intake", "Measures", "Playbook", "ServiceLevels",
                "SQLite", "TestSupport", .product(name: "CustomDump", package: "swift-custom-dump"),
            ]),
        .testTarget(
            name: "cmcaseTests", dependencies: ["Basics", "cmcase", "SQLite", "TestSupport"],
            exclude: ["Golden/store-2026-11.db", "Use/showpiece.txt", "Use/Spanish", "Use/Day"]),
        .testTarget(name: "workbenchTests", dependencies: ["Basics", "workbench"]),
    ]
)

// One list of compiler settings for all of our own targets.
for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
