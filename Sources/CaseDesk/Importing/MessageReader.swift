internal import CaseModel
internal import Dispatch
internal import Intake

/// Reads the messages of a prepared source in the plan's order, one block ahead of whoever records them, on the second
/// core: parsing and hashing cost about as much as recording.
///
/// Unchecked: everything that changes is touched on `queue` alone.
final class MessageReader: @unchecked Sendable {
    private let queue = DispatchQueue(label: "cmcase.import.reading")
    private let prepared: PreparedImport
    private let keys: SourceKeys
    private var ahead: (places: Range<Int>, messages: Result<[KeyedMessage], any Error>)?

    init(_ prepared: PreparedImport, keys: SourceKeys) {
        self.prepared = prepared
        self.keys = keys
    }

    /// The messages at places of the plan; those at `next` are read meanwhile.
    ///
    /// - Throws: `DeskError` when the source is not any more what it was at the first reading.
    func messages(_ places: Range<Int>, next: Range<Int>) throws -> [KeyedMessage] {
        let ready: Result<[KeyedMessage], any Error> = queue.sync {
            if let ahead, ahead.places == places { return ahead.messages }
            return read(places)
        }
        if !next.isEmpty { queue.async { self.ahead = (next, self.read(next)) } }
        return try ready.get()
    }

    private func read(_ places: Range<Int>) -> Result<[KeyedMessage], any Error> {
        Result { try places.map { try message(at: prepared.plan[$0]) } }
    }

    private func message(at row: ImportPlan.Row) throws -> KeyedMessage {
        let result: Result<SourceMessage, Rejection> = try prepared.source.withBytes(
            at: row.offset, count: Int(row.length)
        ) { bytes in
            prepared.parser.message(
                of: Record(bytes: bytes, offset: row.offset, number: Int(row.number), line: Int(row.line)))
        }
        guard case .success(let message) = result else {
            throw DeskError.input(
                "\(prepared.source.name) changed while it was read; run the import again when nobody writes to it")
        }
        return keys.keyed(message)
    }
}
