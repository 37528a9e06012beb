import Crypto
import EventStore
import SQLite
import Testing

@Suite("Any event store: content")
struct ContentContract {
    private let under: StoreUnderTest
    private let store: EventStore

    init() throws {
        under = try StoreUnderTest()
        store = try under.open()
    }

    @Test("lives apart from the log, which holds only its commitment")
    func apart() throws {
        try store.append(.sample(.sample(content: #"{"text":"my secret words"}"#, owner: "person-1"), .sample()))
        #expect(try store.content(at: 1) == Array(#"{"text":"my secret words"}"#.utf8))
        #expect(try store.content(at: 2) == nil)
        #expect(try store.events().map { $0.contentCommitment?.count } == [32, nil])
        let statement = try store.connection.statement("SELECT count(*) FROM event WHERE hex(payload) LIKE ?1")
        statement.bind(1, "%" + Array("secret".utf8).hexadecimal + "%")
        #expect(try statement.step())
        #expect(statement.int64(0) == 0)
        statement.reset()
    }

    @Test("is committed to as SHA-256(nonce ‖ content)", arguments: ["", "a", #"{"text":"ñ 🙂"}"#, "a\u{0}b"])
    func commitment(content: String) throws {
        try store.append(.sample(.sample(content: content, owner: "person-1")))
        let row = try store.connection.statement("SELECT nonce, owner, typeof(body) FROM content WHERE position = 1")
        #expect(try row.step())
        let nonce: [UInt8] = try #require(row.optionalBlob(0))
        #expect(row.string(1) == "person-1")
        #expect(row.string(2) == "text")
        row.reset()
        #expect(nonce.count == 16)
        let expected: [UInt8] = Array(SHA256.hash(data: nonce + Array(content.utf8)))
        #expect(try store.events()[0].contentCommitment == expected)
        #expect(try store.content(at: 1) == Array(content.utf8))
    }

    @Test("takes a fresh nonce for each event, over and over")
    func nonces() throws {
        try store.write { transaction throws in
            for _ in 0..<600 { _ = try transaction.append(.sample(.sample(content: "same"))) }
        }
        let statement = try store.connection.statement("SELECT count(DISTINCT nonce), count(*) FROM content")
        #expect(try statement.step())
        #expect(statement.int64(0) == 600)
        #expect(statement.int64(1) == 600)
        statement.reset()
    }

    @Test("may be nobody's")
    func nobodys() throws {
        try store.append(.sample(.sample(content: "words")))
        let row = try store.connection.statement("SELECT owner FROM content")
        #expect(try row.step())
        #expect(row.isNull(0))
        row.reset()
    }

    @Test("is recognised by its commitment, until it is erased and nothing can be said")
    func recognised() throws {
        try store.append(.sample(.sample(content: "words"), .sample()))
        #expect(try store.event(at: 1, hasContent: Array("words".utf8)) == true)
        #expect(try store.event(at: 1, hasContent: Array("other".utf8)) == false)
        #expect(try store.event(at: 1, hasContent: nil) == false)
        #expect(try store.event(at: 2, hasContent: nil) == true)
        #expect(try store.event(at: 2, hasContent: []) == false)
        #expect(try store.event(at: 3, hasContent: nil) == false)
        try under.eraseContent(at: 1, in: store)
        #expect(try store.event(at: 1, hasContent: Array("words".utf8)) == nil)
        #expect(try store.content(at: 1) == nil)
        #expect(try store.events()[0].contentCommitment?.count == 32)
    }
}

extension [UInt8] {
    /// Upper-case hexadecimal, as SQLite's `hex` writes it.
    var hexadecimal: String {
        map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
