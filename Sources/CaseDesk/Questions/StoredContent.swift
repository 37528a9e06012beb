internal import CaseModel
internal import EventStore
internal import JSON
internal import Projections
internal import SQLite

extension CaseDesk {
    /// The content of the event at a position; nil where it has none or it was erased.
    func content(at position: Position) throws -> Content? {
        guard let bytes = try store.content(at: position.rawValue) else { return nil }
        return try Self.content(bytes, "position \(position)", in: store)
    }

    /// The content of messages of which nothing tells which came first: where their words differ, the alphabetically first.
    func content(ofOneAt positions: [Position]) throws -> Content? {
        var found: Content?
        for position in positions {
            guard let content = try content(at: position) else { continue }
            if let found, !content.sortKey.lexicographicallyPrecedes(found.sortKey) { continue }
            found = content
        }
        return found
    }

    /// Reads the bytes of a content.
    ///
    /// - Parameter row: what names it, for an error.
    static func content(_ bytes: [UInt8], _ row: String, in store: EventStore) throws -> Content {
        do {
            return try FieldReader.withFields(of: bytes) { fields throws(JSONError) in try Content(from: &fields) }
        } catch {
            throw StoreError(.damagedRow(table: "content", row: row), path: store.path)
        }
    }

    /// The network's own id of the message that a case's conversation starts from, where any content through a position
    /// still says it: its own, or that of a message that answers it. O(log n), and O(messages of the conversation) where
    /// the message itself is not there.
    ///
    /// - Parameter parent: what a message of the case answers, if that is at hand: it may be the one.
    func rootID(
        of root: SourceKey, on channel: Channel, in number: CaseNumber, answeredIn parent: String?,
        through last: Int64
    ) throws -> String? {
        if let parent, keys.message(channel, parent) == root { return parent }
        let key = IdempotencyKey(high: root.high, low: root.low)
        if let (first, count) = try store.batch(of: key), first <= last {
            for position in first..<(first + count) {
                if let id = try content(at: Position(position))?.id { return id }
            }
            return nil
        }
        return try onRows { try waitingParentID(root, through: last) ?? answeredID(root, number, through: last) }
    }

    private func waitingParentID(_ root: SourceKey, through last: Int64) throws -> String? {
        let statement = try store.connection.statement(
            "SELECT position FROM waiting_row WHERE parent = ?1 AND position <= ?2")
        defer { statement.reset() }
        withUnsafeBytes(of: (root.high.bigEndian, root.low.bigEndian)) { statement.bind(1, blob: $0) }
        statement.bind(2, last)
        guard try statement.step() else { return nil }
        return try content(at: Position(statement.int64(0)))?.parent
    }

    /// The id by which any message of a conversation answers its missing root.
    private func answeredID(_ root: SourceKey, _ number: CaseNumber, through last: Int64) throws -> String? {
        let loader = CaseLoader(store: store)
        for number in try casesBeside(number) {
            guard let state = try loader.combined(number, through: last) else { continue }
            let answers: [Position] =
                state.mentions.filter { $0.parent == root }.map(\.position)
                + state.replies.filter { $0.parent == root }.map(\.position)
            for position in answers {
                if let id = try content(at: position)?.parent { return id }
            }
        }
        return nil
    }

    /// The cases of a case's conversation, itself included: they stay together wherever it turns out to start.
    private func casesBeside(_ number: CaseNumber) throws -> [CaseNumber] {
        let statement = try store.connection.statement(
            """
            SELECT number FROM case_row
            WHERE root_prefix = (SELECT root_prefix FROM case_row WHERE number = ?1)
                AND root = (SELECT root FROM case_row WHERE number = ?1) ORDER BY number
            """)
        defer { statement.reset() }
        statement.bind(1, number.rawValue)
        var numbers: [CaseNumber] = []
        while try statement.step() { numbers.append(CaseNumber(statement.int64(0))) }
        return numbers
    }
}

extension Content {
    /// What two contents are told apart by, the words first.
    fileprivate var sortKey: [UInt8] { Array((text ?? "").utf8) + [0] + Array((id ?? "").utf8) }
}
