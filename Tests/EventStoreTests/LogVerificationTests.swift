import EventStore
import SQLite
import TestSupport
import Testing

/// Each change is made behind the program's back, with the triggers out of the way.
@Suite("The verification of the log")
struct LogVerificationTests {
    private let folder: TemporaryFolder
    private let store: EventStore

    init() throws {
        folder = try TemporaryFolder()
        store = try EventStore(path: folder.file("cmcase.db"), access: .create)
        try store.append(
            .sample(
                .sample("case-1", type: "CaseOpened", payload: #"{"number":1}"#),
                .sample("person-1", type: "PersonIdentified", content: #"{"name":"Ana"}"#, owner: "person-1")))
        try store.append(
            .sample(
                .sample("case-1", type: "MentionCaptured", content: "my words", owner: "person-1", causation: 1),
                .sample("case-2", type: "CaseOpened", payload: #"{"number":2}"#), recordedAt: 2_000))
        try store.append(
            .sample(.sample("case-1", type: "CaseClosed"), .sample("person-1", type: "Noted"), recordedAt: 3_000))
    }

    private func tamper(_ statement: String) throws {
        try store.connection.execute(
            """
            DROP TRIGGER event_is_never_updated; DROP TRIGGER event_is_never_deleted; DROP TRIGGER event_is_appended;
            DROP TRIGGER content_is_never_updated; \(statement)
            """)
    }

    private func difference(
        _ position: Int64, _ type: String?, _ kind: LogDifference.Kind
    ) -> LogDifference { LogDifference(position: position, type: type, kind: kind) }

    @Test("finds a log intact that is as it was recorded, and counts what it read")
    func intact() throws {
        let found: LogVerification = try store.verify()
        #expect(found.isIntact)
        #expect(found.events == 6)
        #expect(found.contents == 2)
        #expect(found.contentsMissing == 0)
        #expect(found.differences.isEmpty)
    }

    @Test("finds an empty log intact")
    func empty() throws {
        let found = try EventStore(path: folder.file("other.db"), access: .create).verify()
        #expect(found.isIntact)
        #expect(found.events == 0)
    }

    @Test(
        "finds a changed column at its position",
        arguments: [
            "type = 'CaseOpenee'", "schema_version = 2", "occurred_at = 6", "recorded_at = 1999",
            "actor = 'human:eve'", "causation = 2", "causation = NULL", "correlation = 2", "payload = '{} '",
            "leaf_hash = x'00'", "leaf_hash = CAST(leaf_hash || x'00' AS BLOB)",
        ])
    func column(change: String) throws {
        try tamper("UPDATE event SET \(change) WHERE position = 3")
        let found: LogVerification = try store.verify()
        let type: String = change.hasPrefix("type") ? "CaseOpenee" : "MentionCaptured"
        #expect(found.differences == [difference(3, type, .rowChanged)])
        #expect(found.differenceCount == 1)
        #expect(found.events == 6)
    }

    @Test("finds a NULL that became a zero")
    func null() throws {
        try tamper("UPDATE event SET causation = 0 WHERE position = 4")
        #expect(try store.verify().differences == [difference(4, "CaseOpened", .rowChanged)])
    }

    @Test("finds an event that was moved to another stream, or within its own")
    func place() throws {
        try tamper("UPDATE event SET stream = 'case-3' WHERE position = 4")
        #expect(try store.verify().differences == [difference(4, "CaseOpened", .rowChanged)])
        try store.connection.execute("UPDATE event SET version = 7 WHERE position = 5")
        #expect(
            try store.verify().differences == [
                difference(4, "CaseOpened", .rowChanged), difference(5, "CaseClosed", .rowChanged),
                difference(5, nil, .versionGap(stream: "case-1", expected: 3, found: 7)),
            ])
    }

    @Test("finds two events of a stream that changed places")
    func order() throws {
        try tamper(
            """
            UPDATE event SET version = 99 WHERE position = 3; UPDATE event SET version = 2 WHERE position = 5;
            UPDATE event SET version = 3 WHERE position = 3
            """)
        #expect(
            try store.verify().differences == [
                difference(3, "MentionCaptured", .rowChanged), difference(5, "CaseClosed", .rowChanged),
                difference(3, nil, .versionOutOfOrder(stream: "case-1", version: 3)),
            ])
    }

    @Test("finds a commitment that was changed, taken away, or put where none was")
    func commitment() throws {
        try tamper("UPDATE event SET content_commitment = zeroblob(32) WHERE position = 3")
        #expect(
            try store.verify().differences == [
                difference(3, "MentionCaptured", .rowChanged), difference(3, "MentionCaptured", .contentChanged),
            ])
        try store.connection.execute("UPDATE event SET content_commitment = NULL WHERE position = 3")
        #expect(
            try store.verify().differences == [
                difference(3, "MentionCaptured", .rowChanged), difference(3, "MentionCaptured", .contentUncommitted),
            ])
        try store.connection.execute("UPDATE event SET content_commitment = zeroblob(32) WHERE position = 1")
        let found: LogVerification = try store.verify()
        #expect(found.differences.contains(difference(1, "CaseOpened", .contentMissing)))
        #expect(found.contentsMissing == 1)
    }

    @Test(
        "finds changed words, a changed nonce, and a byte that went from the one to the other",
        arguments: [
            "body = 'your words'", "body = ''", "nonce = randomblob(16)", "nonce = x''",
            "nonce = CAST(nonce || x'6D' AS BLOB), body = 'y words'",
        ])
    func content(change: String) throws {
        try tamper("UPDATE content SET \(change) WHERE position = 3")
        let found: LogVerification = try store.verify()
        #expect(found.differences == [difference(3, "MentionCaptured", .contentChanged)])
        #expect(found.contents == 2)
        #expect(found.contentsMissing == 0)
    }

    @Test("tells a content that is missing from one that was changed")
    func missingContent() throws {
        try tamper("DELETE FROM content WHERE position = 2")
        let found: LogVerification = try store.verify()
        #expect(found.differences == [difference(2, "PersonIdentified", .contentMissing)])
        #expect(found.contentsMissing == 1)
        #expect(found.contents == 1)
    }

    @Test("finds contents without an event: before, amid and behind the log", arguments: [0, 7, 900] as [Int64])
    func loneContent(position: Int64) throws {
        try tamper("INSERT INTO content VALUES (\(position), NULL, zeroblob(16), 'x')")
        #expect(try store.verify().differences == [difference(position, nil, .contentWithoutEvent)])
    }

    @Test("finds a content that an event without one was given")
    func uncommittedContent() throws {
        try tamper("INSERT INTO content VALUES (4, NULL, zeroblob(16), 'x')")
        #expect(try store.verify().differences == [difference(4, "CaseOpened", .contentUncommitted)])
    }

    @Test("finds events that were deleted, their contents and their places in their streams")
    func gap() throws {
        try tamper("DELETE FROM event WHERE position IN (3, 4)")
        let found: LogVerification = try store.verify()
        #expect(
            found.differences == [
                difference(3, nil, .contentWithoutEvent), difference(3, nil, .positionsMissing(through: 4)),
                difference(5, nil, .versionGap(stream: "case-1", expected: 2, found: 3)),
            ])
        #expect(found.events == 4)
    }

    @Test("finds a log whose beginning was cut off, or that was given one")
    func beginning() throws {
        try tamper("DELETE FROM event WHERE position = 1")
        #expect(try store.verify().differences.first == difference(1, nil, .positionsMissing(through: 1)))
        try store.connection.execute("UPDATE event SET position = -4 WHERE position = 4")
        #expect(try store.verify().differences.contains(difference(-4, "CaseOpened", .positionOutside)))
    }

    @Test("finds a time of recording before that of the event before it")
    func time() throws {
        try tamper("UPDATE event SET recorded_at = 1 WHERE position = 4")
        #expect(
            try store.verify().differences == [
                difference(4, "CaseOpened", .recordedEarlier), difference(4, "CaseOpened", .rowChanged),
            ])
    }

    @Test("keeps the first differences and counts them all")
    func many() throws {
        for number in 1...30 { try store.append(.sample(.sample("case-\(100 + number)"), recordedAt: 4_000)) }
        try tamper("UPDATE event SET actor = 'human:eve' WHERE position > 6")
        let found: LogVerification = try store.verify()
        #expect(found.differenceCount == 30)
        #expect(found.differences.count == 20)
        #expect(found.differences.first == difference(7, "Happened", .rowChanged))
    }

    @Test("finds the same however large its pages are", arguments: [1, 2, 3, 4, 6, 7] as [Int64])
    func pages(size: Int64) throws {
        #expect(try store.verify(pageSize: size).isIntact)
        try tamper(
            """
            DELETE FROM event WHERE position = 3; UPDATE event SET payload = '[]' WHERE position = 6;
            INSERT INTO content VALUES (8, NULL, zeroblob(16), 'x'); DELETE FROM content WHERE position = 2
            """)
        let found: LogVerification = try store.verify(pageSize: size)
        #expect(
            found.differences == [
                difference(2, "PersonIdentified", .contentMissing), difference(3, nil, .contentWithoutEvent),
                difference(3, nil, .positionsMissing(through: 3)), difference(6, "Noted", .rowChanged),
                difference(8, nil, .contentWithoutEvent),
                difference(5, nil, .versionGap(stream: "case-1", expected: 2, found: 3)),
            ])
        #expect(found.events == 5)
    }

    @Test("finds a byte that was changed in the file itself")
    func file() throws {
        store.close()
        var bytes: [UInt8] = try folder.bytes(of: "cmcase.db")
        let words: [UInt8] = Array("my words".utf8)
        let place: Int = try #require(bytes.firstRange(of: words)?.lowerBound)
        bytes[place + 3] = UInt8(ascii: "W")
        try folder.write(bytes, to: "cmcase.db")
        let found = try EventStore(path: folder.file("cmcase.db"), access: .read).verify()
        #expect(found.differences == [difference(3, "MentionCaptured", .contentChanged)])
    }

    @Test("leaves the store as it is")
    func readOnly() throws {
        store.close()
        let before: [UInt8] = try folder.bytes(of: "cmcase.db")
        let reader = try EventStore(path: folder.file("cmcase.db"), access: .read)
        #expect(try reader.verify().isIntact)
        reader.close()
        #expect(try folder.bytes(of: "cmcase.db") == before)
    }
}
