import Crypto
import EventStore
import SQLite
import TestSupport
import Testing

@Suite("The leaf of an event")
struct LeafHashTests {
    private let folder: TemporaryFolder
    private let store: EventStore

    init() throws {
        folder = try TemporaryFolder()
        store = try EventStore(path: folder.file("cmcase.db"), access: .create)
    }

    /// Both literals were computed apart from this program, with Python's hashlib and struct.
    @Test("is what another program computes, NULL columns included")
    func pinned() throws {
        let opened = ProposedEvent(
            stream: "case-12", type: "CaseOpened", schemaVersion: 1, occurredAt: 1_700_000_000_000_000,
            payload: Array(#"{"number":12}"#.utf8), content: nil)
        let identified = ProposedEvent(
            stream: "person-7", type: "PersonIdentified", schemaVersion: 1, occurredAt: -1,
            payload: Array(#"{"name":"ñ"}"#.utf8), content: nil, causation: 1)
        try store.append(Batch(events: [opened, identified], actor: "human:ana", recordedAt: 1_700_000_001_000_000))
        #expect(
            try store.leafHash(at: 1)?.hexadecimal
                == "4E840EA82D72D74A61D8801CAE65C3B90904A73227AC303104A41BF931815DAA")
        #expect(
            try store.leafHash(at: 2)?.hexadecimal
                == "556CF6668568A7A2ACDE167AFF408A4F1250DA78C15C208C2D04F761ADE040BF")
    }

    @Test("is SHA-256 of 0x00 and the columns as they stand in the file, each with its length before it")
    func columns() throws {
        try store.append(
            .sample(
                .sample("case-1", content: "words", owner: "person-1"),
                .sample("case-1", payload: #"{"é":"\u0000"}"#, content: "", causation: 1), .sample("book", payload: ""))
        )
        let row = try store.connection.statement("SELECT * FROM event ORDER BY position")
        var leaves = 0
        while try row.step() {
            var leaf: [UInt8] = [0]
            for column in Int32(0)..<12 {
                let bytes: [UInt8]
                switch row.columnName(column) {
                case "stream", "type", "actor", "payload": bytes = Array(row.string(column).utf8)
                case "content_commitment":
                    guard let commitment = row.optionalBlob(column) else {
                        leaf += [255, 255, 255, 255]
                        continue
                    }
                    bytes = commitment
                default:
                    guard let number = row.optionalInt64(column) else {
                        leaf += [255, 255, 255, 255]
                        continue
                    }
                    bytes = (0..<8).map { UInt8(truncatingIfNeeded: number >> Int64(56 - 8 * $0)) }
                }
                leaf += (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (24 - 8 * $0)) } + bytes
            }
            #expect(row.columnName(12) == "leaf_hash")
            #expect(row.optionalBlob(12) == Array(SHA256.hash(data: leaf)))
            leaves += 1
        }
        #expect(leaves == 3)
    }

    @Test("tells events apart whose columns only meet at another joint")
    func joints() throws {
        try store.append(.sample(.sample("ab", type: "c"), .sample("a", type: "bc")))
        #expect(try store.leafHash(at: 1) != store.leafHash(at: 2))
    }
}
