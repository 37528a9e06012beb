/// The place of a message among those of its case: by when it happened, and within one instant by `InstantOrder`.
package struct WorldOrder: Hashable, Comparable, Sendable {
    package var at: Timestamp
    /// The place among the messages of the same instant, from 0. Messages that share it are equal in all that shows.
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
