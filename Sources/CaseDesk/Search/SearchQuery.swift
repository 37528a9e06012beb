package import CaseModel

/// What to look for in the words of cases and persons, and where: an immutable value.
package struct SearchQuery: Sendable {
    /// Words that all must be there, "phrases", and beginnings of words (`refund*`).
    package var words: String
    package var channel: Channel?
    /// Only of this person, through all of their accounts.
    package var person: PersonNumber?
    /// Said or done at or after, and before.
    package var since: Timestamp?
    package var until: Timestamp?
    package var limit: Int?

    package init(_ words: String) { self.words = words }
}

/// What was found, the newest first by when it happened.
package struct SearchAnswer: Sendable {
    package var hits: [SearchHit]
    /// Whether the limit left hits out.
    package var isCut: Bool
    /// Whether there were more words to look for than are looked for at once; the first were.
    package var areWordsCut: Bool
    /// The last position of the log that it rests on.
    package var position: Position
}

/// One event whose words match.
package struct SearchHit: Hashable, Sendable {
    /// Whose words they are.
    package enum Side: String, Hashable, Sendable {
        /// The person's.
        case theirs
        /// What we said to them.
        case ours
        /// What the house wrote down for itself.
        case house
    }

    /// A piece of the excerpt.
    package struct Piece: Hashable, Sendable {
        package var text: String
        /// Whether it is what was looked for.
        package var isMatch: Bool
    }

    package var position: Position
    package var type: EventType
    /// The case that it belongs to now, after merges and splits; nil where it is about a person alone.
    package var caseNumber: CaseNumber?
    package var person: PersonNumber
    /// The person's handle, while nobody erased it.
    package var handle: String?
    package var channel: Channel
    package var at: Timestamp
    package var actor: String
    package var side: Side
    /// Who could read it; nil where it is the house's own business.
    package var visibility: Visibility?
    /// What stands around the words that were looked for.
    package var excerpt: [Piece] = []
}
