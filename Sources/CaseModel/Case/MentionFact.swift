/// What a case knows of one of its mentions.
package struct MentionFact: Hashable, Sendable {
    package var at: Timestamp
    package var key: SourceKey
    package var parent: SourceKey?
    /// The event that captured it.
    package var position: Position
    /// The place among the case's messages of the same instant; see `Timeline`.
    package var rank: Int32 = 0
    /// What few mentions have; at most one, so that it costs the others a word.
    private var marks: [Marks] = []
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

    /// A mention as it was captured; nobody has judged it yet.
    package init(_ event: MentionCaptured, _ moment: EventMoment) {
        at = moment.occurredAt
        key = event.key
        parent = event.parent
        position = moment.position
        if event.sequence != nil || event.edit != nil {
            marks = [Marks(sequence: event.sequence, edit: event.edit)]
        }
        brand = event.brand
        visibility = event.visibility
        kind = event.kind
        reach = event.reach
        isWithdrawn = false
        isLive = event.isLive
    }

    /// What its source says of its order and versions.
    private struct Marks: Hashable, Sendable {
        var sequence: SourceSequence?
        /// The network's edit mark when it was captured.
        var edit: String?
        /// Its wordings in the order in which they were recorded, the captured one first; none while it was never revised.
        var versions: [MentionVersion] = []
        /// Which of them has the words that stand.
        var standing = 0
    }

    /// The place that its source gives it among messages of the same instant.
    package var sequence: SourceSequence? { marks.first?.sequence }

    /// The events that revised it, in the order in which they were recorded.
    package var revisions: [Position] { marks.first?.versions.dropFirst().map(\.position) ?? [] }
    package var revisionCount: Int { max((marks.first?.versions.count ?? 0) - 1, 0) }

    /// The wordings that it had, the captured one first.
    package var wordings: [MentionVersion] {
        guard let versions = marks.first?.versions, !versions.isEmpty else { return [captured] }
        return versions
    }

    /// The wording that stands.
    package var standing: MentionVersion {
        guard let marks = marks.first, !marks.versions.isEmpty else { return captured }
        return marks.versions[marks.standing]
    }

    /// The event whose content has the words that stand.
    package var words: Position { standing.position }

    private var captured: MentionVersion { MentionVersion(position: position, edit: marks.first?.edit, at: at) }

    /// Takes a further wording in. O(1).
    ///
    /// - Parameter isSuperseded: whether the words that stand go on standing, whatever version and time say.
    mutating func revise(_ version: MentionVersion, isSuperseded: Bool) {
        let stands: Bool = !isSuperseded && version.replaces(standing)
        let first: MentionVersion = captured
        if marks.isEmpty { marks.append(Marks()) }
        if marks[0].versions.isEmpty { marks[0].versions.append(first) }
        marks[0].versions.append(version)
        if stands { marks[0].standing = marks[0].versions.count - 1 }
    }
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
