internal import CaseModel
internal import SQLite

/// What a mention, or an answer to a survey, tells of a person's stance, in the order of persons and time: what the conversion of detractors into
/// promoters is computed from (MEASURES, "Conversion").
struct EvidenceRow {
    /// The case as it goes on, which the mentions are of.
    let state: CaseState
    let summary: CaseSummary
    let target: ProjectionTarget

    static let table = TableDefinition(
        name: "evidence_row",
        create: """
            CREATE TABLE evidence_row_{slot} (
                person         INTEGER NOT NULL,
                at             INTEGER NOT NULL,  -- when it was written, microseconds UTC
                position       INTEGER NOT NULL,  -- the event that captured or recorded it; no order within an instant
                kind           TEXT    NOT NULL,  -- complaint, thanks, praise; of other evidence detractor, passive, promoter
                answers        BLOB,              -- of praise: a message of another case that it answers
                after_reply    INTEGER,           -- of praise and thanks: 1 after a reply of ours in its case, 2 by a tie of time
                follows        INTEGER,           -- position of evidence of the same instant that it came after for certain
                sequence_list  INTEGER,           -- the source's own order, which counts within an instant
                sequence_place INTEGER,
                judged_at      INTEGER,           -- the event that judged it
                case_number    INTEGER,           -- of a mention its case, of other evidence what gave occasion to it
                channel        TEXT,              -- of a mention
                brand          TEXT,
                targets        INTEGER NOT NULL,  -- of a complaint: 1 product, 2 brand, 3 both
                topic          TEXT,              -- of a complaint: the first
                answered_at    INTEGER,           -- of a complaint: our first reply after it, in its case
                resolved_at    INTEGER,           -- of a complaint: the first resolution at or after it
                excluded_as    TEXT,              -- of a complaint: why it counts as unfounded as of now
                PRIMARY KEY (person, at, position)
            ) STRICT, WITHOUT ROWID
            """,
        indexes: [], key: ["person", "at", "position"])

    private static let insert: StaticString = """
        INSERT OR REPLACE INTO evidence_row_{slot} (person, at, position, kind, answers, after_reply, follows,
            sequence_list, sequence_place, judged_at, case_number, channel, brand, targets, topic, answered_at,
            resolved_at, excluded_as)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
        """

    static let delete: StaticString =
        "DELETE FROM evidence_row_{slot} WHERE person = ?1 AND at = ?2 AND position = ?3"

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
        let statement = try bound(mention, link, of: person)
        statement.bind(4, "complaint")
        statement.bindNull(5)
        statement.bindNull(6)
        statement.bind(14, Int64(mention.label?.targets.rawValue ?? 0))
        statement.bind(15, mention.label?.topics.first?.name)
        statement.bind(16, state.replies.first { mention.worldOrder < $0.worldOrder }?.at.microseconds)
        statement.bind(
            17, state.episodes.lazy.compactMap(\.resolvedAt).filter { $0 >= mention.at }.min()?.microseconds)
        statement.bind(18, state.exclusion(of: mention)?.rawValue)
        try statement.run()
    }

    private func writePraise(
        _ mention: MentionFact, _ link: InstantChains.Link, of person: PersonNumber, isThanks: Bool
    ) throws(SQLiteError) {
        let statement = try bound(mention, link, of: person)
        statement.bind(4, isThanks ? "thanks" : "praise")
        if !isThanks, let parent = mention.parent { parent.bind(to: statement, 5) } else { statement.bindNull(5) }
        statement.bind(6, afterReply(mention, link))
        statement.bind(14, Int64(0))
        for column: Int32 in 15...18 { statement.bindNull(column) }
        try statement.run()
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

    private func bound(
        _ mention: MentionFact, _ link: InstantChains.Link, of person: PersonNumber
    ) throws(SQLiteError) -> Statement {
        let statement = try target.statement(Self.insert)
        statement.bind(1, person.rawValue)
        statement.bind(2, mention.at.microseconds)
        statement.bind(3, mention.position.rawValue)
        statement.bind(7, link.evidence?.rawValue)
        statement.bind(8, mention.sequence.map { Int64(bitPattern: $0.list) })
        statement.bind(9, mention.sequence?.place)
        statement.bind(10, mention.labelledAt?.rawValue)
        statement.bind(11, state.number.rawValue)
        statement.bind(12, state.channel.name)
        statement.bind(13, (mention.brand ?? summary.brand)?.name)
        return statement
    }

    private func remove(_ mention: MentionFact, of person: PersonNumber) throws(SQLiteError) {
        let statement = try target.statement(Self.delete)
        statement.bind(1, person.rawValue)
        statement.bind(2, mention.at.microseconds)
        statement.bind(3, mention.position.rawValue)
        try statement.run()
    }
}
