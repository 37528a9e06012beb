internal import CaseModel
internal import EventStore
internal import JSON
internal import SQLite

extension CaseDesk {
    /// The content of the event at a position; nil where it has none or it was erased.
    func content(at position: Position) throws -> Content? {
        guard let bytes = try store.content(at: position.rawValue) else { return nil }
        return try Self.content(bytes)
    }

    static func content(_ bytes: [UInt8]) throws -> Content {
        try FieldReader.withFields(of: bytes) { fields throws(JSONError) in try Content(from: &fields) }
    }

    /// The network's own id of the message that a conversation starts from, where any content still says it: its own,
    /// or that of a message that answers it.
    func rootID(of root: SourceKey, seenFrom state: CaseState) throws -> String? {
        if let id = try rootID(of: root, on: state.channel, answeredIn: nil) { return id }
        for mention in state.mentions where mention.parent == root {
            if let id = try content(at: mention.position)?.parent { return id }
        }
        for reply in state.replies where reply.parent == root {
            if let id = try content(at: reply.position)?.parent { return id }
        }
        return nil
    }

    /// The same from what a list has at hand: the id that its first mention answers, if that is the root.
    func rootID(of root: SourceKey, on channel: Channel, answeredIn parent: String?) throws -> String? {
        if let parent, messageKey(channel, parent) == root { return parent }
        guard let (first, count) = try store.batch(of: IdempotencyKey(high: root.high, low: root.low)) else {
            return try waitingParentID(root)
        }
        for position in first..<(first + count) {
            if let id = try content(at: Position(position))?.id { return id }
        }
        return nil
    }

    private func waitingParentID(_ root: SourceKey) throws -> String? {
        let statement = try store.connection.statement("SELECT position FROM waiting_row WHERE parent = ?1")
        defer { statement.reset() }
        withUnsafeBytes(of: (root.high.bigEndian, root.low.bigEndian)) { statement.bind(1, blob: $0) }
        guard try statement.step() else { return nil }
        return try content(at: Position(statement.int64(0)))?.parent
    }
}
