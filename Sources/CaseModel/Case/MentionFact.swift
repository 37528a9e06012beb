/// A mention as a case's state keeps it.
package struct MentionFact: Hashable, Sendable {
    package var at: Timestamp
    package var key: SourceKey
    package var parent: SourceKey?
    /// The event that captured it.
    package var position: Position
    /// Its place among simultaneous messages of the case; see `Timeline`.
    package var rank: Int32 = 0
    /// Fields that few mentions have. At most one element: an empty array costs the others 8 bytes.
    private var marks: [Marks] = []
    package var brand: Brand?
    package var visibility: Visibility
    package var kind: MentionKind
    package var reach: Int64?
    /// The current label and the event that set it.
    package var label: Label?
    package var labelledAt: Position?
    package var isWithdrawn: Bool
    /// False for imported history.
    package var isLive: Bool

    /// A mention as captured, not classified yet.
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

    /// Sequence and versions, where the source gives any.
    private struct Marks: Hashable, Sendable {
        var sequence: SourceSequence?
        /// The network's version when it was captured.
        var edit: String?
        /// Captured and revised versions in the order of recording; empty if it was never revised.
        var versions: [MentionVersion] = []
        /// The index of the current version.
        var standing = 0
    }

    /// Its place in the source's own order, which decides among simultaneous messages.
    package var sequence: SourceSequence? { marks.first?.sequence }

    /// The events that revised it, in the order of recording.
    package var revisions: [Position] { marks.first?.versions.dropFirst().map(\.position) ?? [] }
    package var revisionCount: Int { max((marks.first?.versions.count ?? 0) - 1, 0) }

    /// Its versions in the order of recording, the captured one first.
    package var wordings: [MentionVersion] {
        guard let versions = marks.first?.versions, !versions.isEmpty else { return [captured] }
        return versions
    }

    /// The version whose text is current.
    package var standing: MentionVersion {
        guard let marks = marks.first, !marks.versions.isEmpty else { return captured }
        return marks.versions[marks.standing]
    }

    /// The event whose content is the current text.
    package var words: Position { standing.position }

    private var captured: MentionVersion { MentionVersion(position: position, edit: marks.first?.edit, at: at) }

    /// Adds a version. O(1).
    ///
    /// - Parameter isSuperseded: keeps the current version even if the new one would replace it by its version mark or
    ///   time.
    mutating func revise(_ version: MentionVersion, isSuperseded: Bool) {
        let stands: Bool = !isSuperseded && version.replaces(standing)
        let first: MentionVersion = captured
        if marks.isEmpty { marks.append(Marks()) }
        if marks[0].versions.isEmpty { marks[0].versions.append(first) }
        marks[0].versions.append(version)
        if stands { marks[0].standing = marks[0].versions.count - 1 }
    }
}

/// A reply of ours as a case's state keeps it.
package struct ReplyFact: Hashable, Sendable {
    package var at: Timestamp
    /// The network's id; nil for a reply that was not posted on a network.
    package var key: SourceKey?
    package var parent: SourceKey?
    /// The place that its source gives it among messages of the same instant.
    package var sequence: SourceSequence?
    /// Its place among simultaneous messages of the case; see `Timeline`.
    package var rank: Int32 = 0
    /// The event that recorded it.
    package var position: Position
    package var brand: Brand?
    package var visibility: Visibility
    package var purpose: ReplyPurpose?
}
