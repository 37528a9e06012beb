import EventStore
import SQLite
import Testing

@Suite("Any event store: all or nothing")
struct AtomicityContract {
    private let under: StoreUnderTest
    private let store: EventStore

    init() throws {
        under = try StoreUnderTest()
        store = try under.open()
        try store.append(.sample(.sample("case-1", content: "first", owner: "person-1"), key: .sample(1)))
        try store.write { try $0.setCursor("file", "1") }
    }

    private func expectUntouched(_ store: EventStore) throws {
        #expect(try store.events().map(\.position) == [1])
        #expect(try store.version(of: "case-1") == 1)
        #expect(try store.version(of: "case-2") == 0)
        #expect(try store.content(at: 1) == Array("first".utf8))
        #expect(try store.content(at: 2) == nil)
        #expect(try store.batch(of: .sample(2)) == nil)
        #expect(try store.cursor("file") == "1")
    }

    @Test("an error thrown in a transaction undoes everything it did and comes back as it is")
    func thrown() throws {
        #expect(throws: Interruption()) {
            try store.write { transaction throws in
                _ = try transaction.append(
                    .sample(.sample("case-1", content: "second"), .sample("case-2"), key: .sample(2)))
                try transaction.setCursor("file", "2")
                throw Interruption()
            }
        }
        try expectUntouched(store)
        try expectUntouched(try under.open(.read))
    }

    @Test("an event that can't be written takes the rest of its batch with it")
    func midway() throws {
        try under.failOnInsert(of: "Broken", in: store)
        let error = #expect(throws: StoreError.self) {
            try store.write { transaction throws in
                try transaction.setCursor("file", "2")
                _ = try transaction.append(
                    .sample(.sample("case-1", content: "second"), .sample("case-2", type: "Broken"), key: .sample(2)))
            }
        }
        #expect(error?.isConflict == false)
        try expectUntouched(store)
    }

    @Test("after a transaction was undone the next one takes its places")
    func places() throws {
        #expect(throws: Interruption.self) {
            try store.write { transaction throws in
                _ = try transaction.append(.sample(.sample("case-1"), .sample("case-1")))
                throw Interruption()
            }
        }
        #expect(try store.append(.sample(.sample("case-1"))) == .appended(first: 2, recordedAt: 1_000, versions: [2]))
    }

    @Test("a store that is dropped in the midst of a transaction leaves nothing of it")
    func dropped() throws {
        var other: EventStore? = try under.open(.write)
        try other?.connection.execute("BEGIN IMMEDIATE; INSERT INTO cursor (source, state) VALUES ('half', 'done')")
        other = nil
        #expect(try store.cursor("half") == nil)
        try expectUntouched(store)
        try store.append(.sample(.sample("case-1")))
    }

    @Test("a cursor is committed with the events it stands for")
    func cursorWithEvents() throws {
        let reader: EventStore = try under.open(.read)
        try store.write { transaction throws in
            _ = try transaction.append(.sample(.sample("case-2")))
            try transaction.setCursor("file", "2")
            #expect(try reader.cursor("file") == "1")
            #expect(try reader.end().position == 1)
        }
        #expect(try reader.cursor("file") == "2")
        #expect(try reader.end().position == 2)
    }

    @Test("a cursor is kept for each source and can be forgotten")
    func cursors() throws {
        #expect(try store.cursor("other") == nil)
        try store.write { transaction throws in
            try transaction.setCursor("other", #"{"line":7}"#)
            try transaction.setCursor("file", nil)
            try transaction.setCursor("never there", nil)
        }
        #expect(try store.cursor("other") == #"{"line":7}"#)
        #expect(try store.cursor("file") == nil)
        #expect(try store.end().position == 1)
    }
}
