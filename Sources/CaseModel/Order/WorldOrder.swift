/// The sort key of a message in message order (`Timeline`).
package struct WorldOrder: Hashable, Comparable, Sendable {
    package var at: Timestamp
    /// The place among simultaneous messages, from 0. Messages with the same rank are interchangeable.
    package var rank: Int32

    package init(at: Timestamp, rank: Int32) {
        self.at = at
        self.rank = rank
    }

    package static func < (a: WorldOrder, b: WorldOrder) -> Bool {
        a.at == b.at ? a.rank < b.rank : a.at < b.at
    }
}

extension MentionFact {
    package var worldOrder: WorldOrder { WorldOrder(at: at, rank: rank) }
}

extension ReplyFact {
    package var worldOrder: WorldOrder { WorldOrder(at: at, rank: rank) }
}
