import EventStore
import Foundation
import TestSupport
import Testing

@Suite("The stock sqlite3 shell", .enabled(if: Shell.path != nil, "there is no sqlite3 on the PATH"))
struct ForeignShellTests {
    private let folder: TemporaryFolder
    private let store: EventStore

    init() throws {
        folder = try TemporaryFolder()
        store = try EventStore(path: folder.file("cmcase.db"), access: .create)
        try store.append(
            .sample(
                .sample("case-1", type: "CaseOpened", payload: #"{"number":1}"#),
                .sample("case-1", type: "NoteAdded", content: "words", owner: "person-1")))
    }

    @Test("reads the log and its JSON without us")
    func reads() throws {
        let answer = try Shell.run(
            "SELECT position, stream, type, payload ->> 'number' FROM event ORDER BY position",
            on: folder.file("cmcase.db"))
        #expect(answer.status == 0)
        #expect(answer.output == "1|case-1|CaseOpened|1\n2|case-1|NoteAdded|\n")
    }

    @Test(
        "is refused when it tampers with the log",
        arguments: [
            "UPDATE event SET payload = '{}' WHERE position = 1",
            "UPDATE event SET position = 9 WHERE position = 1",
            "UPDATE OR REPLACE event SET position = 1 WHERE position = 2",
            "UPDATE OR IGNORE event SET actor = 'human:eve'",
            "DELETE FROM event WHERE position = 1",
            "DELETE FROM event WHERE position = 2",
            "DELETE FROM event",
            "INSERT OR REPLACE INTO event SELECT * FROM event WHERE position = 1",
            "INSERT OR REPLACE INTO event SELECT * FROM event WHERE position = 2",
            "REPLACE INTO event SELECT 3, stream, 1, type, schema_version, occurred_at, recorded_at, actor, causation, "
                + "correlation, payload, content_commitment, leaf_hash FROM event WHERE position = 1",
            "INSERT INTO event SELECT * FROM event WHERE position = 1 ON CONFLICT DO UPDATE SET payload = '{}'",
            "INSERT OR IGNORE INTO event SELECT * FROM event WHERE position = 1",
            "INSERT INTO event SELECT 4, stream, 3, type, schema_version, occurred_at, recorded_at, actor, causation, "
                + "correlation, payload, content_commitment, leaf_hash FROM event WHERE position = 1",
            "INSERT INTO event SELECT 3, stream, 4, type, schema_version, occurred_at, recorded_at, actor, causation, "
                + "correlation, payload, content_commitment, leaf_hash FROM event WHERE position = 1",
            "INSERT INTO event SELECT -1, stream, 3, type, schema_version, occurred_at, recorded_at, actor, causation, "
                + "correlation, payload, content_commitment, leaf_hash FROM event WHERE position = 1",
            "UPDATE content SET body = 'other words'",
            "UPDATE OR REPLACE content SET owner = 'person-2'",
        ])
    func tampers(sql: String) throws {
        let before: [RecordedEvent] = try store.events()
        let answer = try Shell.run(sql, on: folder.file("cmcase.db"))
        #expect(answer.status != 0)
        #expect(
            answer.error.contains("the log is append-only") || answer.error.contains("content is never updated"),
            "\(answer.error)")
        #expect(try store.events() == before)
        #expect(try store.content(at: 2) == Array("words".utf8))
    }

    @Test("finds the file sound")
    func integrity() throws {
        #expect(try Shell.run("PRAGMA integrity_check", on: folder.file("cmcase.db")).output == "ok\n")
    }
}

/// The stock shell, as another process.
enum Shell {
    static let path: String? = find("sqlite3")

    /// A program on the PATH.
    static func find(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    static func run(_ sql: String, on file: String) throws -> (status: Int32, output: String, error: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path ?? "")
        process.arguments = ["-batch", "-init", "/dev/null", file, sql]
        let output = Pipe()
        let error = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = error
        try process.run()
        let outputBytes: Data = output.fileHandleForReading.readDataToEndOfFile()
        let errorBytes: Data = error.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: outputBytes, as: UTF8.self),
            String(decoding: errorBytes, as: UTF8.self)
        )
    }
}
