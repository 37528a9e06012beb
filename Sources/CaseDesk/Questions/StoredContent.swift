internal import CaseModel
internal import EventStore
internal import JSON
internal import Projections

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
        try WaitingRows(store).anyAnswer(to: root, through: last).flatMap { try content(at: $0)?.parent }
    }

    /// The id by which any message of a conversation answers its missing root.
    private func answeredID(_ root: SourceKey, _ number: CaseNumber, through last: Int64) throws -> String? {
        let loader = CaseLoader(store: store)
        for number in try CaseRows(store).numbers(beside: number) {
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
}

extension Content {
    /// What two contents are told apart by, the words first.
    fileprivate var sortKey: [UInt8] { Array((text ?? "").utf8) + [0] + Array((id ?? "").utf8) }
}
