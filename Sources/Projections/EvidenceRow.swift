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
                person       INTEGER NOT NULL,
                at           INTEGER NOT NULL,  -- when it was written, microseconds UTC
                key          BLOB    NOT NULL,  -- of the mention; of other evidence its place in the log
                kind         TEXT    NOT NULL,  -- complaint, thanks, praise; of other evidence detractor, passive, promoter
                answers      BLOB,              -- of praise: a message of another case that it answers
                position     INTEGER NOT NULL,  -- the event that captured or recorded it
                judged_at    INTEGER,           -- the event that judged it
                case_number  INTEGER,           -- of a mention its case, of other evidence what gave occasion to it
                channel      TEXT,              -- of a mention
                brand        TEXT,
                targets      INTEGER NOT NULL,  -- of a complaint: 1 product, 2 brand, 3 both
                topic        TEXT,              -- of a complaint: the first
                answered_at  INTEGER,           -- of a complaint: our first reply after it, in its case
                resolved_at  INTEGER,           -- of a complaint: the first resolution at or after it
                dismissed_as TEXT,              -- of a complaint: what its case was dismissed as
                PRIMARY KEY (person, at, key)
            ) STRICT, WITHOUT ROWID
            """,
        indexes: [], key: ["person", "at", "key"])

    private static let insert: StaticString = """
        INSERT OR REPLACE INTO evidence_row_{slot} (person, at, key, kind, answers, position, judged_at, case_number,
            channel, brand, targets, topic, answered_at, resolved_at, dismissed_as)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
        """

    private static let delete: StaticString =
        "DELETE FROM evidence_row_{slot} WHERE person = ?1 AND at = ?2 AND key = ?3"

    /// Writes what the mentions of a case tell: the case itself, or one that goes on in it. O(mentions · log n).
    ///
    /// Whose evidence it is stays with the case that holds the mention, so that a merge can be taken back.
    func write(_ mentions: [MentionFact], of person: PersonNumber, isRejudged: Bool) throws(SQLiteError) {
        lazy var ours: Set<SourceKey>? = state.replies.count > 16 ? Set(state.replies.lazy.compactMap(\.key)) : nil
        for mention in mentions {
            switch mention.label?.polarity {
            case .complaint: try writeComplaint(mention, of: person)
            case .positive:
                let isThanks: Bool =
                    mention.visibility == .isPrivate
                    || mention.parent.map { parent in
                        ours?.contains(parent) ?? state.replies.contains { $0.key == parent }
                    } ?? false
                try writePraise(mention, of: person, isThanks: isThanks)
            case .question, .neutral, .spam:
                // A mention that never was evidence has no row; one that was loses it.
                if isRejudged { try remove(mention, of: person) }
            case nil: if isRejudged { try remove(mention, of: person) }
            }
        }
    }

    private func writeComplaint(_ mention: MentionFact, of person: PersonNumber) throws(SQLiteError) {
        let statement = try bound(mention, of: person)
        statement.bind(4, "complaint")
        statement.bindNull(5)
        statement.bind(11, Int64(mention.label?.targets.rawValue ?? 0))
        statement.bind(12, mention.label?.topics.first?.name)
        statement.bind(13, state.replies.first { mention.worldOrder < $0.worldOrder }?.at.microseconds)
        statement.bind(
            14, state.episodes.lazy.compactMap(\.resolvedAt).filter { $0 >= mention.at }.min()?.microseconds)
        statement.bind(15, state.episodes.last?.dismissedAs?.rawValue)
        try statement.run()
    }

    private func writePraise(_ mention: MentionFact, of person: PersonNumber, isThanks: Bool) throws(SQLiteError) {
        let statement = try bound(mention, of: person)
        statement.bind(4, isThanks ? "thanks" : "praise")
        if !isThanks, let parent = mention.parent { parent.bind(to: statement, 5) } else { statement.bindNull(5) }
        statement.bind(11, Int64(0))
        for column: Int32 in 12...15 { statement.bindNull(column) }
        try statement.run()
    }

    private func bound(_ mention: MentionFact, of person: PersonNumber) throws(SQLiteError) -> Statement {
        let statement = try target.statement(Self.insert)
        statement.bind(1, person.rawValue)
        statement.bind(2, mention.at.microseconds)
        mention.key.bind(to: statement, 3)
        statement.bind(6, mention.position.rawValue)
        statement.bind(7, mention.labelledAt?.rawValue)
        statement.bind(8, state.number.rawValue)
        statement.bind(9, state.channel.name)
        statement.bind(10, (mention.brand ?? summary.brand)?.name)
        return statement
    }

    private func remove(_ mention: MentionFact, of person: PersonNumber) throws(SQLiteError) {
        let statement = try target.statement(Self.delete)
        statement.bind(1, person.rawValue)
        statement.bind(2, mention.at.microseconds)
        mention.key.bind(to: statement, 3)
        try statement.run()
    }
}
