import CaseDesk
import CaseModel
import Foundation
import Intake
import TestSupport
import Testing

/// A clock that stands until a test moves it: 1 February 2026, 12:00 UTC.
final class TestClock {
    var now = Timestamp(seconds: 1_769_947_200)

    func advance(hours: Int64) { now = now.later(by: hours * 3_600_000_000) }
}

/// A desk on a store in a folder of its own.
final class TestDesk {
    let folder: TemporaryFolder
    let clock: TestClock
    let store: String
    private(set) var desk: CaseDesk
    private var files = 0

    /// Opens a desk on a new store, or on that of another desk.
    init(sharing other: TestDesk? = nil) throws {
        folder = try other?.folder ?? TemporaryFolder()
        clock = other?.clock ?? TestClock()
        store = folder.file("cmcase.db")
        desk = try Self.open(store, clock)
    }

    /// Opens a desk on a copy of a store, so that ids have the same keys in both.
    init(copying template: String) throws {
        folder = try TemporaryFolder()
        clock = TestClock()
        store = folder.file("cmcase.db")
        try FileManager.default.copyItem(atPath: template, toPath: store)
        desk = try Self.open(store, clock)
    }

    deinit { desk.close() }

    private static func open(_ path: String, _ clock: TestClock) throws -> CaseDesk {
        try CaseDesk(store: path, access: .create) { clock.now }
    }

    /// Closes the store, so that its file is whole, and opens it again.
    func reopen() throws {
        desk.close()
        desk = try Self.open(store, clock)
    }

    // MARK: Recording

    /// Imports messages as a file of their own.
    @discardableResult
    func take(_ messages: Message..., with change: (inout ImportRequest) -> Void = { _ in }) throws -> ImportReport {
        try take(messages, with: change)
    }

    @discardableResult
    func take(_ messages: [Message], with change: (inout ImportRequest) -> Void = { _ in }) throws -> ImportReport {
        files += 1
        return try importFile(try folder.write(messages.ndjson(), to: "\(files).ndjson"), with: change)
    }

    /// Imports a file.
    @discardableResult
    func importFile(
        _ path: String, as mapping: SourceMapping = .canonical, with change: (inout ImportRequest) -> Void = { _ in }
    ) throws -> ImportReport {
        var request = ImportRequest(source: path, mapping: mapping)
        change(&request)
        return try desk.importSource(request)
    }

    /// Applies lines of commands as a file of their own.
    @discardableResult
    func apply(_ lines: String...) throws -> [AppliedLine] { try apply(lines) }

    @discardableResult
    func apply(_ lines: [String]) throws -> [AppliedLine] {
        files += 1
        var applied: [AppliedLine] = []
        let path: String = try folder.write(lines.joined(separator: "\n"), to: "\(files).commands.ndjson")
        try desk.apply(path, by: Actor(.human, "eva")) { applied.append($0) }
        return applied
    }

    /// Applies lines of which none may be refused.
    func done(_ lines: String..., location: SourceLocation = #_sourceLocation) throws {
        for line in try apply(lines) {
            if case .refused(let refusal) = line.result {
                Issue.record("line \(line.line): \(refusal)", sourceLocation: location)
            }
        }
    }

    // MARK: Asking

    /// The log, oldest first.
    func log(withContent: Bool = false) throws -> [LogEntry] {
        var entries: [LogEntry] = []
        try desk.forEachLogEntry(LogQuery(), withContent: withContent) { entries.append($0) }
        return entries
    }

    /// The types of the events past a position.
    func types(after position: Int = 0) throws -> [String] {
        try log().dropFirst(position).map(\.type)
    }

    /// Every case that doesn't go on in another, by number.
    func cases(_ horizon: Horizon = .now) throws -> [CaseListing] { try list(horizon).cases }

    /// Every case, those that go on in others too, by number.
    func list(_ horizon: Horizon = .now, merged: Bool = false) throws -> CaseList {
        var query = CaseQuery()
        query.order = .number
        query.isDescending = false
        query.includesMerged = merged
        return try desk.cases(query, horizon)
    }

    /// Where the rows on file are not what the log says.
    func differences() throws -> [String] {
        let names = Set(CaseDesk.projectionNames)
        return try desk.checkReplay(names) { _, _ in }.differences.map { "\($0)" }
    }
}
