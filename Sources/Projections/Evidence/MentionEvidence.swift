internal import CaseModel
internal import SQLite

/// Writes what the mentions of a case tell of their persons' stances.
struct MentionEvidence {
    /// The case as it goes on, which the mentions are of.
    let state: CaseState
    let summary: CaseSummary
    let target: ProjectionTarget

    /// Writes what the mentions of a case tell: the case itself, or one that goes on in it. O(mentions · log n).
    ///
    /// Whose evidence it is stays with the case that holds the mention, so that a merge can be taken back.
    func write(_ mentions: [MentionFact], of person: PersonNumber, isRejudged: Bool) throws(SQLiteError) {
        lazy var chains = InstantChains(of: state)
        lazy var ours: Set<SourceKey>? = state.replies.count > 16 ? Set(state.replies.lazy.compactMap(\.key)) : nil
        for mention in mentions {
            // What answers a message of its own instant stands behind it.
            func link() -> InstantChains.Link {
                mention.rank > 0 && mention.parent != nil ? chains.link(of: mention) : InstantChains.Link()
            }
            switch mention.label?.polarity {
            case .complaint: try writeComplaint(mention, link(), of: person)
            case .positive:
                let isThanks: Bool =
                    mention.visibility == .isPrivate
                    || mention.parent.map { parent in
                        ours?.contains(parent) ?? state.replies.contains { $0.key == parent }
                    } ?? false
                try writePraise(mention, link(), of: person, isThanks: isThanks)
            case .question, .neutral, .spam:
                // A mention that never was evidence has no row; one that was loses it.
                if isRejudged { try remove(mention, of: person) }
            case nil: if isRejudged { try remove(mention, of: person) }
            }
        }
    }

    private func writeComplaint(
        _ mention: MentionFact, _ link: InstantChains.Link, of person: PersonNumber
    ) throws(SQLiteError) {
        let row = try row(of: mention, link, of: person)
        row.set(.kind, "complaint")
        row.setNull(.answers, .afterReply)
        row.set(.targets, Int64(mention.label?.targets.rawValue ?? 0))
        row.set(.topic, mention.label?.topics.first?.name)
        row.set(.answeredAt, state.replies.first { mention.worldOrder < $0.worldOrder }?.at)
        row.set(.resolvedAt, state.episodes.lazy.compactMap(\.resolvedAt).filter { $0 >= mention.at }.min())
        row.set(.excludedAs, state.exclusion(of: mention)?.rawValue)
        try row.write()
    }

    private func writePraise(
        _ mention: MentionFact, _ link: InstantChains.Link, of person: PersonNumber, isThanks: Bool
    ) throws(SQLiteError) {
        let row = try row(of: mention, link, of: person)
        row.set(.kind, isThanks ? "thanks" : "praise")
        row.set(.answers, isThanks ? nil : mention.parent)
        row.set(.afterReply, afterReply(mention, link))
        row.set(.targets, 0)
        row.setNull(.topic, .answeredAt, .resolvedAt, .excludedAs)
        try row.write()
    }

    /// Whether a reply of ours came before a mention, all of which the person could see: 1 for certain, 2 where a tie of
    /// time alone says so, nil where none did.
    private func afterReply(_ mention: MentionFact, _ link: InstantChains.Link) -> Int64? {
        guard let first = state.replies.first, first.worldOrder < mention.worldOrder else { return nil }
        if first.at < mention.at || link.isPastOurs { return 1 }
        let isInSequence: Bool = state.replies.lazy.prefix { $0.at == mention.at }.contains { reply in
            guard let ours = reply.sequence, let theirs = mention.sequence else { return false }
            return ours.list == theirs.list && ours.place < theirs.place
        }
        return isInSequence ? 1 : 2
    }

    private func row(
        of mention: MentionFact, _ link: InstantChains.Link, of person: PersonNumber
    ) throws(SQLiteError) -> RowWriter<EvidenceColumn> {
        let row = try target.writer(of: EvidenceColumn.self)
        row.set(.person, person.rawValue)
        row.set(.at, mention.at)
        row.set(.position, mention.position)
        row.set(.follows, link.evidence)
        row.set(.sequenceList, mention.sequence.map { Int64(bitPattern: $0.list) })
        row.set(.sequencePlace, mention.sequence?.place)
        row.set(.judgedAt, mention.labelledAt)
        row.set(.caseNumber, state.number.rawValue)
        row.set(.channel, state.channel.name)
        row.set(.brand, (mention.brand ?? summary.brand)?.name)
        return row
    }

    private func remove(_ mention: MentionFact, of person: PersonNumber) throws(SQLiteError) {
        try EvidenceRows(target).remove(of: person, at: mention.at, mention.position)
    }
}
