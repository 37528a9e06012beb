/// What a case knows of one of its mentions.
package struct MentionFact: Hashable, Sendable {
    package var at: Timestamp
    package var key: SourceKey
    package var parent: SourceKey?
    /// The event that captured it.
    package var position: Position
    /// The events that revised it, oldest first.
    package var revisions: [Position]
    package var brand: Brand?
    package var visibility: Visibility
    package var kind: MentionKind
    package var reach: Int64?
    /// The judgement that stands, and the event that made it.
    package var label: Label?
    package var labelledAt: Position?
    package var isWithdrawn: Bool
    /// Whether it was taken in as it happened; false for imported history.
    package var isLive: Bool
}

/// What a case knows of one of our replies.
package struct ReplyFact: Hashable, Sendable {
    package var at: Timestamp
    /// The network's id; none for a reply that stands on no network.
    package var key: SourceKey?
    package var parent: SourceKey?
    package var position: Position
    package var brand: Brand?
    package var visibility: Visibility
    package var purpose: ReplyPurpose?
}

/// What is kept in the order of the world: by when it happened, then by its id, never by when we learned of it.
package protocol WorldOrdered {
    var worldOrder: WorldOrder { get }
}

/// The place of a message in the world.
package struct WorldOrder: Hashable, Comparable, Sendable {
    package var at: Timestamp
    package var key: SourceKey

    package static func < (a: WorldOrder, b: WorldOrder) -> Bool {
        a.at == b.at ? a.key < b.key : a.at < b.at
    }
}

extension MentionFact: WorldOrdered {
    package var worldOrder: WorldOrder { WorldOrder(at: at, key: key) }
}

extension ReplyFact: WorldOrdered {
    /// A reply without a network's id is recorded as it happens: its position orders it among its like.
    package var worldOrder: WorldOrder {
        WorldOrder(at: at, key: key ?? SourceKey(high: .max, low: UInt64(position.rawValue)))
    }
}

extension Array where Element: WorldOrdered {
    /// Inserts in the order of the world. O(1) when it comes last, as it mostly does; O(n) otherwise.
    mutating func insertInWorldOrder(_ element: Element) {
        let order: WorldOrder = element.worldOrder
        guard let last, order < last.worldOrder else {
            append(element)
            return
        }
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].worldOrder < order { low = middle + 1 } else { high = middle }
        }
        insert(element, at: low)
    }
}
