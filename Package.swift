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
        // The tool for a second thread.
        .target(name: "Threads"),

        // The pure core.
        .target(name: "JSON"),
        .target(name: "CaseModel", dependencies: ["JSON"]),
        .target(name: "Measures", dependencies: ["CaseModel"]),
        .target(name: "ServiceLevels", dependencies: ["CaseModel", .product(name: "Yams", package: "Yams")]),
        .target(
            name: "Playbook", dependencies: ["CaseModel", .product(name: "Yams", package: "Yams")],
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
        .target(name: "Projections", dependencies: ["CaseModel", "EventStore", "JSON", "SQLite", "Threads"]),

        // What comes in, what goes out.
        .target(name: "Intake", dependencies: ["CaseModel", "JSON", .product(name: "Yams", package: "Yams")]),
        .target(name: "Terminal"),
        .target(name: "Wording", dependencies: ["CaseModel", "Measures", "Playbook", "ServiceLevels", "Terminal"]),

        // The application and its command line.
        .target(
            name: "CaseDesk",
            dependencies: [
                "CaseModel", "EventStore", "Intake", "JSON", "Measures", "Playbook", "Projections", "ServiceLevels",
                "SQLite", "Threads",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .executableTarget(
            name: "cmcase",
            dependencies: [
                "CaseDesk", "CaseModel", "EventStore", "Intake", "JSON", "Measures", "Playbook", "Projections",
                "ServiceLevels", "Terminal", "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // What the benchmark and the trials need besides.
        .executableTarget(
            name: "workbench",
            dependencies: [
                "CaseDesk", "CaseModel", "Intake", "JSON", "Playbook", "ServiceLevels",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .testTarget(name: "ThreadsTests", dependencies: ["Threads"]),
        .testTarget(name: "JSONTests", dependencies: ["JSON"]),
        .testTarget(
            name: "CaseModelTests",
            dependencies: ["CaseModel", "JSON", .product(name: "CustomDump", package: "swift-custom-dump")]),
        .testTarget(name: "MeasuresTests", dependencies: ["Measures", "CaseModel"]),
        .testTarget(
            name: "ServiceLevelsTests",
            dependencies: ["ServiceLevels", "CaseModel", .product(name: "CustomDump", package: "swift-custom-dump")]),
        .testTarget(
            name: "PlaybookTests",
            dependencies: ["Playbook", "CaseModel", .product(name: "CustomDump", package: "swift-custom-dump")]),
        .testTarget(name: "SQLiteTests", dependencies: ["SQLite"]),
        .testTarget(
            name: "EventStoreTests",
            dependencies: ["EventStore", "SQLite", .product(name: "Crypto", package: "swift-crypto")]),
        .testTarget(
            name: "ProjectionsTests", dependencies: ["Projections", "CaseModel", "EventStore", "JSON", "SQLite"]),
        .testTarget(
            name: "IntakeTests",
            dependencies: ["Intake", "CaseModel", .product(name: "CustomDump", package: "swift-custom-dump")]),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
        .testTarget(
            name: "WordingTests",
            dependencies: ["Wording", "CaseModel", "Measures", "Playbook", "ServiceLevels", "Terminal"]),
        .testTarget(
            name: "CaseDeskTests",
            dependencies: [
                "CaseDesk", "CaseModel", "EventStore", "Intake", "Measures", "Playbook", "ServiceLevels", "SQLite",
                .product(name: "CustomDump", package: "swift-custom-dump"),
            ]),
        .testTarget(
            name: "cmcaseTests", dependencies: ["cmcase", "SQLite"],
            exclude: ["Golden/store-2026-11.db", "Use/showpiece.txt", "Use/Spanish", "Use/Day"]),
        .testTarget(name: "workbenchTests", dependencies: ["workbench"]),
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
