/// What a case knows of one of its mentions.
package struct MentionFact: Hashable, Sendable {
    package var at: Timestamp
    package var key: SourceKey
    package var parent: SourceKey?
    /// The place that its source gives it among messages of the same instant.
    package var sequence: SourceSequence?
    /// The place among the case's messages of the same instant; see `Timeline`.
    package var rank: Int32 = 0
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

    /// The event whose content has its words, as last revised.
    package var words: Position { revisions.last ?? position }
}

/// What a case knows of one of our replies.
package struct ReplyFact: Hashable, Sendable {
    package var at: Timestamp
    /// The network's id; none for a reply that stands on no network.
    package var key: SourceKey?
    package var parent: SourceKey?
    /// The place that its source gives it among messages of the same instant.
    package var sequence: SourceSequence?
    /// The place among the case's messages of the same instant; see `Timeline`.
    package var rank: Int32 = 0
    package var position: Position
    package var brand: Brand?
    package var visibility: Visibility
    package var purpose: ReplyPurpose?
}
